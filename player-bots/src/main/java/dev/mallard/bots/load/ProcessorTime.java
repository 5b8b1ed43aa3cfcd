package dev.mallard.bots.load;

import com.sun.management.OperatingSystemMXBean;

import java.lang.management.ManagementFactory;

/** Tells how much processor time this process has used. */
final class ProcessorTime {

    private final OperatingSystemMXBean system =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    double seconds() {
        return system.getProcessCpuTime() / 1e9;
    }
}
