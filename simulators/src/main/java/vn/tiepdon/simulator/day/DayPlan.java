package vn.tiepdon.simulator.day;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/** A day as the seed makes it: who comes when and why, and which rooms work how fast. */
record DayPlan(long seed, List<Coming> comings, List<RoomPlan> rooms) {

    static final LocalTime DAY_STARTS = LocalTime.of(3, 0);
    static final LocalTime OPENS = LocalTime.of(6, 30);
    static final LocalTime LUNCH = LocalTime.of(11, 30);
    /** Who is still examined at that time is the last before lunch. */
    static final LocalTime LUNCH_AT_LAST = LocalTime.of(12, 0);

    static final LocalTime AFTERNOON = LocalTime.of(13, 0);
    static final LocalTime LAST_COMER = LocalTime.of(16, 0);
    static final LocalTime ENDS = LocalTime.of(21, 0);

    private static final int ROOM_STREAM = 1_000_003;
    private static final int LONGEST_WAY = 8;
    /** Deviations of logarithms: of a doctor's ways, of a clinic's day, of one examination. */
    private static final double DOCTORS = 0.15;

    private static final double DAYS = 0.12;
    private static final double EXAMINATIONS = 0.5;
    private static final double ERRANDS = 0.35;

    /** @param patients hospital codes, at least as many as come */
    static DayPlan of(long seed, List<String> patients) {
        House house = House.of(patients.size());
        List<Coming> comings = new ArrayList<>();
        Random order = new Random(seed);
        List<String> people = new ArrayList<>(patients);
        Collections.shuffle(people, order);
        for (int i = 0; i < people.size(); i++) {
            comings.add(coming(people.get(i), house, new Random(seed * 31 + i)));
        }
        comings.sort(Comparator.comparing(Coming::at));
        return new DayPlan(seed, List.copyOf(comings), rooms(seed, house));
    }

    private static Coming coming(String patient, House house, Random random) {
        House.Clinic clinic = clinic(house, random);
        boolean appointment = chance(random, 0.12);
        double doing = random.nextDouble();
        Coming.Manner manner =
                doing < 0.03 ? Coming.Manner.LEAVES : doing < 0.08 ? Coming.Manner.STRAYS : Coming.Manner.WAITS;
        double sent = random.nextDouble();
        List<String> trips = sent < 0.22
                ? List.of(House.LABORATORY)
                : sent < 0.30
                        ? List.of(House.IMAGING)
                        : sent < 0.35 ? List.of(House.LABORATORY, House.IMAGING) : List.of();
        String other = clinic(house, random).code();
        boolean wrong = chance(random, 0.02) && trips.isEmpty() && !other.equals(clinic.code());
        List<Double> lengths = new ArrayList<>();
        for (int i = 0; i < LONGEST_WAY; i++) {
            lengths.add(Math.exp((i == 0 ? EXAMINATIONS : ERRANDS) * random.nextGaussian()));
        }
        return new Coming(
                patient,
                clinic.code(),
                time(random),
                appointment,
                manner,
                5 + random.nextInt(20),
                trips,
                wrong ? other : null,
                chance(random, 0.85),
                List.copyOf(lengths));
    }

    /** Two of three come in the morning, most of them early. */
    private static LocalTime time(Random random) {
        boolean morning = chance(random, 0.68);
        double after = Math.abs(random.nextGaussian()) * (morning ? 80 : 50);
        LocalTime from = morning ? OPENS : AFTERNOON;
        LocalTime to = morning ? LUNCH.minusMinutes(15) : LAST_COMER;
        LocalTime at = from.plusSeconds((long) (after * 60));
        return at.isAfter(to) ? to.minusSeconds(random.nextInt(3600)) : at.plusSeconds(1);
    }

    private static House.Clinic clinic(House house, Random random) {
        int part = random.nextInt(house.shares());
        for (House.Clinic clinic : house.clinics()) {
            part -= clinic.share();
            if (part < 0) {
                return clinic;
            }
        }
        throw new IllegalStateException("no clinic has a share");
    }

    private static List<RoomPlan> rooms(long seed, House house) {
        List<RoomPlan> rooms = new ArrayList<>();
        Random days = new Random(seed * ROOM_STREAM);
        for (House.Clinic clinic : house.clinics()) {
            double today = Math.exp(DAYS * days.nextGaussian());
            for (House.Door door : clinic.doors()) {
                // A doctor is the same on every day.
                double doctor = Math.exp(DOCTORS * new Random(door.room().hashCode()).nextGaussian());
                int late = (int) Math.round(door.opens() + (door.opens() / 5.0 + 3) * days.nextGaussian());
                boolean called = chance(days, 0.15);
                rooms.add(new RoomPlan(
                        door.room(),
                        clinic.code(),
                        true,
                        OPENS.plusMinutes(Math.max(2, late)),
                        clinic.minutes() * doctor * today,
                        called ? LocalTime.of(8, 30).plusMinutes(days.nextInt(90)) : null,
                        15 + days.nextInt(15)));
            }
        }
        for (House.Clinic place : House.PLACES) {
            for (House.Door door : place.doors()) {
                rooms.add(new RoomPlan(door.room(), place.code(), false, OPENS, place.minutes(), null, 0));
            }
        }
        return List.copyOf(rooms);
    }

    private static boolean chance(Random random, double share) {
        return random.nextDouble() < share;
    }
}
