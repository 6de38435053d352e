package org.nuanxin.benchmarks.replay;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import org.nuanxin.benchmarks.stack.Api;
import org.nuanxin.benchmarks.stack.RunningStack;

/** Takes a day of real cases through the loop: they are submitted when they were opened, in a time that runs faster. */
public final class Replay {
    private static final int VOLUNTEERS = 60;
    private static final Duration DESK_LOOKS_EVERY = Duration.ofMillis(250);
    private static final Duration PROGRESS_EVERY = Duration.ofSeconds(10);
    private static final Duration LONGEST_AFTERMATH = Duration.ofHours(12);

    private final Settings settings;
    private final Api api;
    private final List<Case> cases;
    private final Resident residents;
    private final DutyDesk desk;

    private Replay(Settings settings, Api api, List<Case> cases) throws IOException, InterruptedException {
        this.settings = settings;
        this.api = api;
        this.cases = cases;
        People people = new People(settings);
        Checks checks = new Checks(api);
        Job job = new Job(api, people, checks);
        this.residents = new Resident(api, people, checks, Area.of(api));
        this.desk = new DutyDesk(api, people, job);
        for (int i = 1; i <= VOLUNTEERS; i++) {
            new Volunteer(api, people, job, "volunteer-" + i).listen();
        }
    }

    public static void run(List<String> options) throws IOException, InterruptedException {
        if (options.contains("--help")) {
            System.out.print(Settings.USAGE);
            return;
        }
        Settings settings = Settings.of(options);
        Path data = Path.of("benchmarks", "data");
        List<Case> cases =
                Case.of(settings.day(), data.resolve("cases-2015-tenth.csv.gz"), data.resolve("service-types.csv"));
        if (cases.isEmpty()) {
            throw new IllegalArgumentException(settings.day() + " has no cases\n" + Settings.USAGE);
        }
        if (settings.url() != null) {
            new Replay(settings, new Api(settings.url()), cases).play();
            return;
        }
        try (RunningStack stack = RunningStack.fresh("replay", "--time-scale", String.valueOf(settings.speed()))) {
            new Replay(settings, stack.api(), cases).play();
        }
    }

    private void play() throws InterruptedException {
        Thread.ofVirtual().start(this::keepDesk);
        Thread.ofVirtual().start(this::sayProgress);
        submitAll();
        awaitEnds();
        int lost = new Report(api, settings).print(residents, desk.alerts());
        if (lost > 0) {
            throw new IllegalStateException(lost + " requests were lost or are not closed");
        }
    }

    private void submitAll() throws InterruptedException {
        long began = System.nanoTime();
        LocalDateTime first = cases.getFirst().openedAt();
        for (int i = 0; i < cases.size(); i++) {
            Case real = cases.get(i);
            Duration due = settings.replayed(Duration.between(first, real.openedAt()));
            Thread.sleep(Duration.ofNanos(Math.max(0, began + due.toNanos() - System.nanoTime())));
            int number = i;
            Thread.ofVirtual().start(() -> residents.submit(number, real));
        }
    }

    private void awaitEnds() throws InterruptedException {
        long latest = System.nanoTime() + settings.replayed(LONGEST_AFTERMATH).toNanos();
        while (residents.ended() < cases.size() && System.nanoTime() < latest) {
            Thread.sleep(DESK_LOOKS_EVERY);
        }
    }

    private void keepDesk() {
        while (true) {
            try {
                desk.look();
                Thread.sleep(DESK_LOOKS_EVERY);
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                System.err.println("the duty desk could not look: " + e.getMessage());
            }
        }
    }

    private void sayProgress() {
        while (true) {
            try {
                Thread.sleep(PROGRESS_EVERY);
            } catch (InterruptedException e) {
                return;
            }
            System.out.printf(
                    "%d of %d submitted, %d ended, %d alerts%n",
                    residents.submitted().size(), cases.size(), residents.ended(), desk.alerts());
        }
    }
}
