package vn.tiepdon.simulator.harness;

/** The system property {@code tiepdon.home} does not name the project's folder. */
public final class HomeUnknownException extends RuntimeException {

    HomeUnknownException(String root) {
        super("-D%s=%s is not the project's folder; ./tiepdon and the build set it".formatted(Home.PROPERTY, root));
    }
}
