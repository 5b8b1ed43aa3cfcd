package dev.mallard.benchmarks.process;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

import java.util.List;

class ThreadPurposesTest {

    @Test
    void threadsOfTheJvmAreCountedTogether() {
        assertThat(
                        ThreadPurposes.count(
                                List.of(
                                        "java",
                                        "java",
                                        "C1 CompilerThre",
                                        "VM Thread",
                                        "ForkJoinPool-1-",
                                        "VirtualThread-u",
                                        "gateway-1-1",
                                        "server")))
                .containsEntry("JVM: compilers, collector, references, signals", 4)
                .containsEntry("JVM: virtual threads", 2)
                .containsEntry("gateway-1-1", 1)
                .containsEntry("server", 1)
                .hasSize(4);
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aThreadOfThisProcessIsFoundByItsName() throws Exception {
        Thread thread =
                Thread.ofPlatform().daemon().name("to-be-found").unstarted(Thread::onSpinWait);
        Thread waiting =
                Thread.ofPlatform()
                        .daemon()
                        .name("found-by-name")
                        .start(
                                () -> {
                                    try {
                                        Thread.sleep(Long.MAX_VALUE);
                                    } catch (InterruptedException done) {
                                        Thread.currentThread().interrupt();
                                    }
                                });
        try {
            assertThat(ThreadNames.of(ProcessHandle.current().pid()))
                    .contains("found-by-name")
                    .doesNotContain(thread.getName());
        } finally {
            waiting.interrupt();
            waiting.join();
        }
    }
}
