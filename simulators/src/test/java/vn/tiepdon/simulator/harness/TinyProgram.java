package vn.tiepdon.simulator.harness;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** A real program in a real jar: says its arguments, then ends at once or waits for ever. */
public class TinyProgram {

    public static void main(String[] args) throws InterruptedException {
        System.out.println("hello " + String.join(" ", args));
        if (List.of(args).contains("stay")) {
            Thread.sleep(Long.MAX_VALUE);
        }
        System.exit(7);
    }

    static Launch launch(Path folder, String... arguments) throws IOException {
        Path jar = folder.resolve("tiny.jar");
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, TinyProgram.class.getName());
        String entry = TinyProgram.class.getName().replace('.', '/') + ".class";
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest);
                InputStream code = TinyProgram.class.getClassLoader().getResourceAsStream(entry)) {
            out.putNextEntry(new JarEntry(entry));
            code.transferTo(out);
        }
        Path options = Files.writeString(folder.resolve("tiny.jvmoptions"), "# few\n-Xmx16m\n-XX:+UseSerialGC\n");
        Program program = new Program("tiny", jar, Optional.of(options));
        return new Launch(program, List.of("-Dtiny=1"), List.of(arguments), Map.of(), folder.resolve("logs/tiny.log"));
    }
}
