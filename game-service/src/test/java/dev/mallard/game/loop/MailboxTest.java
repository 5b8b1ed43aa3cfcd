package dev.mallard.game.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mallard.game.support.ManualExecutor;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

@Timeout(30)
class MailboxTest {

    private static final int ANNA = 1;
    private static final int BEN = 2;

    private final ManualExecutor executor = new ManualExecutor();
    private final List<String> ran = new ArrayList<>();

    private Mailbox mailbox(int capacity, int perSender) {
        return new Mailbox(
                executor, new MailboxLimits(capacity, perSender), () -> true, Runnable::run);
    }

    @Test
    void runsCommandsInTheOrderInWhichTheyCame() {
        Mailbox mailbox = mailbox(10, 10);
        mailbox.offer(ANNA, () -> ran.add("anna 1"));
        mailbox.offerControl(() -> ran.add("tick"));
        mailbox.offer(BEN, () -> ran.add("ben"));
        mailbox.offer(ANNA, () -> ran.add("anna 2"));
        executor.runAll();
        assertThat(ran).containsExactly("anna 1", "tick", "ben", "anna 2");
    }

    @Test
    void needsAThreadOnlyWhileSomethingWaits() {
        Mailbox mailbox = mailbox(10, 10);
        assertThat(executor.waiting()).isZero();
        mailbox.offer(ANNA, () -> ran.add("first"));
        mailbox.offer(ANNA, () -> ran.add("second"));
        assertThat(executor.waiting()).isEqualTo(1);
        executor.runAll();
        assertThat(executor.waiting()).isZero();
        assertThat(mailbox.depth()).isZero();
        mailbox.offer(ANNA, () -> ran.add("third"));
        assertThat(executor.waiting()).isEqualTo(1);
    }

    @Test
    void makesRoomForOthersAfterAWhile() {
        Mailbox mailbox = mailbox(1000, 1000);
        IntStream.range(0, 100).forEach(i -> mailbox.offer(ANNA, () -> ran.add("x")));
        executor.runOne();
        assertThat(ran).hasSizeBetween(1, 99);
        assertThat(executor.waiting()).isEqualTo(1);
        executor.runAll();
        assertThat(ran).hasSize(100);
    }

    @Test
    void letsOneSenderFillItsShareOnly() {
        Mailbox mailbox = mailbox(10, 3);
        for (int i = 0; i < 3; i++) {
            assertThat(mailbox.offer(ANNA, () -> ran.add("anna"))).isEqualTo(Admission.ACCEPTED);
        }
        assertThat(mailbox.offer(ANNA, () -> ran.add("too much")))
                .isEqualTo(Admission.SHARE_USED_UP);
        assertThat(mailbox.offer(BEN, () -> ran.add("ben"))).isEqualTo(Admission.ACCEPTED);
        executor.runAll();
        assertThat(ran).containsExactly("anna", "anna", "anna", "ben");
        assertThat(mailbox.offer(ANNA, () -> ran.add("again"))).isEqualTo(Admission.ACCEPTED);
    }

    @Test
    void turnsAwayWhatGoesBeyondItsCapacity() {
        Mailbox mailbox = mailbox(4, 2);
        for (int sender = 1; sender <= 2; sender++) {
            for (int i = 0; i < 2; i++) {
                assertThat(mailbox.offer(sender, () -> ran.add("x"))).isEqualTo(Admission.ACCEPTED);
            }
        }
        assertThat(mailbox.offer(3, () -> ran.add("too much"))).isEqualTo(Admission.MAILBOX_FULL);
        executor.runAll();
        assertThat(ran).hasSize(4);
        assertThat(mailbox.offer(3, () -> ran.add("now"))).isEqualTo(Admission.ACCEPTED);
        assertThat(mailbox.offer(3, () -> ran.add("share is free"))).isEqualTo(Admission.ACCEPTED);
    }

    @Test
    void keepsAReserveForTheServiceItself() {
        Mailbox mailbox = mailbox(2, 2);
        mailbox.offer(ANNA, () -> ran.add("anna"));
        mailbox.offer(ANNA, () -> ran.add("anna"));
        assertThat(mailbox.offerControl(() -> ran.add("away"))).isTrue();
        assertThat(mailbox.offerControl(() -> ran.add("tick"))).isTrue();
        assertThat(mailbox.offerControl(() -> ran.add("too much"))).isFalse();
        assertThat(mailbox.depth()).isEqualTo(4);
        executor.runAll();
        assertThat(ran).containsExactly("anna", "anna", "away", "tick");
    }

    @Test
    void goesOnWhenTheRunnerItselfFails() {
        AtomicInteger calls = new AtomicInteger();
        Mailbox mailbox =
                new Mailbox(
                        executor,
                        new MailboxLimits(10, 10),
                        () -> true,
                        command -> {
                            if (calls.incrementAndGet() == 1) {
                                throw new IllegalStateException("out of order");
                            }
                            command.run();
                        });
        mailbox.offer(ANNA, () -> ran.add("lost"));
        mailbox.offer(ANNA, () -> ran.add("served"));
        assertThatThrownBy(executor::runOne).hasMessage("out of order");
        executor.runAll();
        assertThat(ran).containsExactly("served");
    }

    @Test
    void runsOneCommandAtATimeWhoeverOffers() throws InterruptedException {
        int senders = 4;
        int each = 2_000;
        AtomicInteger inside = new AtomicInteger();
        AtomicInteger collisions = new AtomicInteger();
        int[] count = new int[1];
        int[][] last = new int[senders][1];
        List<String> disorder = new ArrayList<>();
        CountDownLatch done = new CountDownLatch(senders * each);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Mailbox mailbox =
                    new Mailbox(
                            threads,
                            new MailboxLimits(senders * each, each),
                            () -> true,
                            Runnable::run);
            for (int sender = 0; sender < senders; sender++) {
                int me = sender;
                threads.execute(
                        () -> {
                            for (int number = 1; number <= each; number++) {
                                int mine = number;
                                mailbox.offer(
                                        me,
                                        () -> {
                                            if (inside.incrementAndGet() != 1) {
                                                collisions.incrementAndGet();
                                            }
                                            if (last[me][0] != mine - 1) {
                                                disorder.add(me + ": " + mine);
                                            }
                                            last[me][0] = mine;
                                            count[0]++;
                                            inside.decrementAndGet();
                                            done.countDown();
                                        });
                            }
                        });
            }
            assertThat(done.await(20, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(collisions).hasValue(0);
        assertThat(disorder).isEmpty();
        assertThat(count[0]).isEqualTo(senders * each);
    }

    @Test
    void doesNotHoldUpOtherMailboxes() throws InterruptedException {
        CountDownLatch release = new CountDownLatch(1);
        CountDownLatch served = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Mailbox stuck =
                    new Mailbox(threads, new MailboxLimits(10, 10), () -> true, Runnable::run);
            Mailbox free =
                    new Mailbox(threads, new MailboxLimits(10, 10), () -> true, Runnable::run);
            stuck.offer(ANNA, () -> awaitQuietly(release));
            free.offer(BEN, served::countDown);
            assertThat(served.await(10, TimeUnit.SECONDS)).isTrue();
            release.countDown();
        }
    }

    @Test
    void runsNothingWhileTheGateIsClosed() {
        AtomicBoolean open = new AtomicBoolean();
        Mailbox gated = new Mailbox(executor, new MailboxLimits(2, 2), open::get, Runnable::run);
        gated.offer(ANNA, () -> ran.add("anna 1"));
        gated.offerControl(
                () -> {
                    ran.add("closes");
                    open.set(false);
                });
        gated.offer(ANNA, () -> ran.add("anna 2"));
        assertThat(gated.offer(ANNA, () -> ran.add("anna 3"))).isEqualTo(Admission.SHARE_USED_UP);
        executor.runAll();
        assertThat(ran).isEmpty();

        open.set(true);
        gated.opened();
        executor.runAll();
        assertThat(ran).containsExactly("anna 1", "closes");
        open.set(true);
        gated.opened();
        executor.runAll();
        assertThat(ran).containsExactly("anna 1", "closes", "anna 2");
        assertThat(gated.depth()).isZero();
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "0, 1", "1, 0", "1, 2", "-1, -1"})
    void refusesLimitsThatMakeNoSense(int capacity, int perSender) {
        assertThatThrownBy(() -> new MailboxLimits(capacity, perSender))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
