package dev.latchkey.operation;

import java.util.Collection;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;

/** Gives each scheduled job its own thread, so that a job that hangs delays no other; for the reasons see docs/decisions/scheduled-jobs.md. */
@Configuration(proxyBeanMethods = false)
class JobThreads {

    private static final String SCHEDULER = "jobScheduler";
    private static final int SECONDS_TO_FINISH = 30;

    // Not a default candidate; otherwise Spring Boot would use it as the executor for everything else
    @Bean(name = SCHEDULER, defaultCandidate = false)
    static ThreadPoolTaskScheduler jobScheduler() {
        var scheduler = new ThreadPoolTaskScheduler();
        scheduler.setThreadNamePrefix("job-");
        // A mail that the server is just accepting must still be recorded
        scheduler.setWaitForTasksToCompleteOnShutdown(true);
        scheduler.setAwaitTerminationSeconds(SECONDS_TO_FINISH);
        scheduler.setErrorHandler(new JobErrors());
        return scheduler;
    }

    @Bean
    static SchedulingConfigurer threadForEachJob(@Qualifier(SCHEDULER) ThreadPoolTaskScheduler scheduler) {
        return jobs -> {
            scheduler.setPoolSize(Math.max(1, count(jobs)));
            jobs.setTaskScheduler(scheduler);
        };
    }

    private static int count(ScheduledTaskRegistrar jobs) {
        return Stream.of(
                        jobs.getTriggerTaskList(),
                        jobs.getCronTaskList(),
                        jobs.getFixedRateTaskList(),
                        jobs.getFixedDelayTaskList())
                .mapToInt(Collection::size)
                .sum();
    }
}
