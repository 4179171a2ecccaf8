package vn.tiepdon.simulator.harness;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * How to start a program.
 *
 * @param extraOptions JVM options after those the program ships with
 * @param environment added to this process's own
 * @param log standard output and error are appended here
 */
public record Launch(
        Program program, List<String> extraOptions, List<String> arguments, Map<String, String> environment, Path log) {

    List<String> command() {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        program.options().ifPresent(file -> command.add("@" + file));
        command.addAll(extraOptions);
        String jar = program.jar().toString();
        command.addAll(
                program.mainClass().map(main -> List.of("-cp", jar, main)).orElse(List.of("-jar", jar)));
        command.addAll(arguments);
        return List.copyOf(command);
    }
}
