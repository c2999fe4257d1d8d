package dev.latchkey.support;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Everything that can be reached from an object, as a thief of the memory finds it. */
public final class ObjectGraph {

    private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Deque<Object> waiting = new ArrayDeque<>();

    private ObjectGraph() {}

    /** Whether a text that contains the word, or bytes that do, can be reached. */
    public static boolean holds(Object root, String word) {
        var graph = new ObjectGraph();
        graph.add(root);
        while (!graph.waiting.isEmpty()) {
            if (graph.isFoundAt(graph.waiting.pop(), word)) {
                return true;
            }
        }
        return false;
    }

    private boolean isFoundAt(Object object, String word) {
        switch (object) {
            case CharSequence text -> {
                return text.toString().contains(word);
            }
            case byte[] bytes -> {
                return new String(bytes, StandardCharsets.ISO_8859_1).contains(word);
            }
            case Object[] many -> {
                for (var one : many) {
                    add(one);
                }
            }
            case Map<?, ?> map ->
                map.forEach((key, value) -> {
                    add(key);
                    add(value);
                });
            case Collection<?> many -> many.forEach(this::add);
            case Optional<?> perhaps -> perhaps.ifPresent(this::add);
            default -> addFields(object);
        }
        return false;
    }

    private void addFields(Object object) {
        for (Class<?> type = object.getClass(); type != null && isOfInterest(type); type = type.getSuperclass()) {
            for (var field : type.getDeclaredFields()) {
                if (!Modifier.isStatic(field.getModifiers()) && !field.getType().isPrimitive()) {
                    add(valueOf(field, object));
                }
            }
        }
    }

    private static Object valueOf(Field field, Object object) {
        try {
            field.setAccessible(true);
            return field.get(object);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What belongs to people; not the machinery that they all share. */
    private static boolean isOfInterest(Class<?> type) {
        return type.getName().startsWith("dev.latchkey.") || type.getName().startsWith("com.vaadin.");
    }

    private void add(Object object) {
        if (object != null && seen.add(object)) {
            waiting.push(object);
        }
    }
}
