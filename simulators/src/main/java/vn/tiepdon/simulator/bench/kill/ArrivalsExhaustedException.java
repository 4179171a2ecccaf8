package vn.tiepdon.simulator.bench.kill;

/** Every patient has been to every clinic; a longer run needs more patients. */
final class ArrivalsExhaustedException extends RuntimeException {

    ArrivalsExhaustedException(int patients, int clinics) {
        super("%d patients have been to all of %d clinics: choose fewer rounds or more --patients"
                .formatted(patients, clinics));
    }
}
