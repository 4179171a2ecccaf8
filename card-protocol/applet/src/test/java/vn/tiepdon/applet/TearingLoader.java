package vn.tiepdon.applet;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import javacard.framework.Applet;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Loads the applet's own classes once more, with {@link Power} behind every write that a card makes to lasting memory. The
 * applet's source knows nothing of it.
 */
final class TearingLoader extends ClassLoader {

    private static final String POWER = "vn/tiepdon/applet/Power";
    private static final Class<? extends Applet> APPLET = load();

    private TearingLoader() {
        super(TearingLoader.class.getClassLoader());
    }

    static Class<? extends Applet> applet() {
        return APPLET;
    }

    private static Class<? extends Applet> load() {
        try {
            return new TearingLoader()
                    .loadClass(PatientCardApplet.class.getName())
                    .asSubclass(Applet.class);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            if (loaded == null && isOfTheApplet(name)) {
                byte[] code = rewritten(name);
                loaded = defineClass(name, code, 0, code.length);
            }
            return loaded == null ? super.loadClass(name, resolve) : loaded;
        }
    }

    /** Main classes only: tests, and what they share with the applet, stay single. */
    private static boolean isOfTheApplet(String name) {
        String path = PatientCardApplet.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .getPath();
        return name.startsWith("vn.tiepdon.applet.")
                && java.nio.file.Files.exists(java.nio.file.Path.of(path, name.replace('.', '/') + ".class"));
    }

    private byte[] rewritten(String name) {
        try (InputStream code = getResourceAsStream(name.replace('.', '/') + ".class")) {
            ClassReader reader = new ClassReader(code);
            ClassWriter writer = new ClassWriter(reader, ClassWriter.COMPUTE_MAXS);
            reader.accept(new Rewriter(writer), 0);
            return writer.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Rewriter extends ClassVisitor {

        private Rewriter(ClassVisitor next) {
            super(Opcodes.ASM9, next);
        }

        @Override
        public MethodVisitor visitMethod(int access, String name, String type, String generic, String[] thrown) {
            MethodVisitor next = super.visitMethod(access, name, type, generic, thrown);
            return new Writes(next, name.equals("<init>"));
        }
    }

    private static final class Writes extends MethodVisitor {

        private final boolean constructor;

        private Writes(MethodVisitor next, boolean constructor) {
            super(Opcodes.ASM9, next);
            this.constructor = constructor;
        }

        @Override
        public void visitIntInsn(int opcode, int operand) {
            super.visitIntInsn(opcode, operand);
            if (opcode == Opcodes.NEWARRAY) {
                power("born", "([B)[B");
            }
        }

        @Override
        public void visitInsn(int opcode) {
            if (opcode == Opcodes.BASTORE) {
                power("store", "([BII)V");
            } else {
                super.visitInsn(opcode);
            }
        }

        @Override
        public void visitFieldInsn(int opcode, String owner, String name, String type) {
            if (opcode == Opcodes.PUTFIELD && !constructor) {
                power("field", "()V");
            }
            super.visitFieldInsn(opcode, owner, name, type);
        }

        @Override
        public void visitMethodInsn(int opcode, String owner, String name, String type, boolean ofInterface) {
            switch (name) {
                case "arrayCopyNonAtomic", "arrayFillNonAtomic", "setShort" -> power(name, type);
                case "setKey" -> power(name, "(Ljavacard/security/AESKey;[BS)V");
                case "clearKey" -> power(name, "(Ljavacard/security/Key;)V");
                case "genKeyPair" -> power(name, "(Ljavacard/security/KeyPair;)V");
                case "arrayCopy", "arrayFill", "beginTransaction" ->
                    throw new IllegalStateException(name + " counts on a commit buffer");
                default -> super.visitMethodInsn(opcode, owner, name, type, ofInterface);
            }
        }

        private void power(String name, String type) {
            super.visitMethodInsn(Opcodes.INVOKESTATIC, POWER, name, type, false);
        }
    }
}
