package dev.mallard.game.handler;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mallard.game.world.RuleViolation;
import dev.mallard.protocol.ErrorCode;
import dev.mallard.protocol.RequestRejectedException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RejectionsTest {

    @ParameterizedTest
    @EnumSource(RuleViolation.class)
    void everyRuleHasAnErrorOfTheSameName(RuleViolation violation) {
        RequestRejectedException rejection = Rejections.of(violation);
        assertThat(rejection.code().name()).isEqualTo(violation.name());
        assertThat(rejection.code().clientError()).isTrue();
        assertThat(rejection.getStackTrace()).isEmpty();
    }

    @Test
    void anIncompleteRequestIsMalformed() {
        assertThat(Rejections.ofIncomplete().code()).isEqualTo(ErrorCode.MALFORMED_PAYLOAD);
    }
}
