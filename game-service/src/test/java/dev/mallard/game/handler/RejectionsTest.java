package dev.mallard.game.handler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
    void demandsTheParts() {
        assertThatCode(() -> Rejections.requirePart(true)).doesNotThrowAnyException();
        assertThatThrownBy(() -> Rejections.requirePart(false))
                .isInstanceOfSatisfying(
                        RequestRejectedException.class,
                        rejection ->
                                assertThat(rejection.code())
                                        .isEqualTo(ErrorCode.MALFORMED_PAYLOAD));
    }
}
