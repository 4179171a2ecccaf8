package vn.tiepdon.simulator.bench.kill;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Patients in a random order, each with some clinics to go to, until every patient has been to every clinic: no pair
 * comes twice, because a patient has one open number for each clinic and day.
 */
final class Arrivals {

    record Arrival(String patient, List<String> clinics) {}

    private final List<String> patients;
    private final List<String> clinics;
    private final int clinicsEach;
    private int next;

    Arrivals(List<String> patients, List<String> clinics, int clinicsEach, Random order) {
        this.patients = new ArrayList<>(patients);
        Collections.shuffle(this.patients, order);
        this.clinics = List.copyOf(clinics);
        this.clinicsEach = Math.min(clinicsEach, clinics.size());
    }

    /** @throws ArrivalsExhaustedException when every pair is used up */
    synchronized Arrival next() {
        int pass = next / patients.size();
        if (pass >= clinics.size() / clinicsEach) {
            throw new ArrivalsExhaustedException(patients.size(), clinics.size());
        }
        int who = next % patients.size();
        next++;
        // Neighbours go to the same clinics, so that the kiosks compete for the same counters.
        int first = who / 50 + pass * clinicsEach;
        List<String> chosen = IntStream.range(first, first + clinicsEach)
                .mapToObj(i -> clinics.get(i % clinics.size()))
                .toList();
        return new Arrival(patients.get(who), chosen);
    }
}
