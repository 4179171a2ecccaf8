package vn.tiepdon.applet;

import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HexFormat;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/** Every byte array that an applet can reach, its own and those of its keys. */
record MemoryDump(List<String> arrays) {

    static MemoryDump of(Object applet) {
        Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<Object> open = new ArrayDeque<>(List.of(applet));
        List<String> arrays = new ArrayList<>();
        while (!open.isEmpty()) {
            Object object = open.pop();
            if (object instanceof byte[] bytes) {
                arrays.add(HexFormat.of().formatHex(bytes));
            } else if (seen.add(object)) {
                open.addAll(held(object));
            }
        }
        return new MemoryDump(arrays);
    }

    boolean contains(byte[] bytes) {
        String wanted = HexFormat.of().formatHex(bytes);
        return arrays.stream().anyMatch(array -> array.contains(wanted));
    }

    private static List<Object> held(Object object) {
        List<Object> held = new ArrayList<>();
        if (object instanceof Object[] array) {
            for (int i = 0; i < Array.getLength(array); i++) {
                add(held, array[i]);
            }
            return held;
        }
        for (Class<?> type = object.getClass(); type != null && isCard(type); type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                if (!Modifier.isStatic(field.getModifiers()) && !field.getType().isPrimitive()) {
                    field.setAccessible(true);
                    try {
                        add(held, field.get(object));
                    } catch (IllegalAccessException e) {
                        throw new IllegalStateException(e);
                    }
                }
            }
        }
        return held;
    }

    private static void add(List<Object> held, Object object) {
        if (object != null && (object instanceof byte[] || object instanceof Object[] || isCard(object.getClass()))) {
            held.add(object);
        }
    }

    private static boolean isCard(Class<?> type) {
        return type.getName().startsWith("vn.tiepdon.applet.")
                || type.getName().startsWith("com.licel.jcardsim.crypto.");
    }
}
