package org.nuanxin.testing;

import static java.util.Objects.requireNonNull;

import java.lang.reflect.AccessibleObject;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/**
 * Things that exist once per JVM. Quarkus loads test classes anew for every boot, so a static field is not enough: the thing
 * lives in the system's class loader, and callers reach it through an interface whose methods take nothing and return JDK types.
 */
final class OncePerJvm {
    private static final ClassLoader SYSTEM = ClassLoader.getSystemClassLoader();
    private static final ConcurrentMap<String, Object> THINGS = new ConcurrentHashMap<>();

    private OncePerJvm() {}

    static <T> T the(Class<T> type, Class<? extends T> concrete) {
        Object thing = requireNonNull(inSystemLoader(() -> {
            Class<?> there = SYSTEM.loadClass(OncePerJvm.class.getName());
            Method known = opened(there.getDeclaredMethod("known", String.class));
            return known.invoke(null, concrete.getName());
        }));
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, none) -> call(thing, method)));
    }

    private static @Nullable Object call(Object thing, Method method) {
        return inSystemLoader(() -> {
            Class<?> there = SYSTEM.loadClass(method.getDeclaringClass().getName());
            return opened(there.getMethod(method.getName())).invoke(thing);
        });
    }

    /** Called by reflection, from other class loaders too. */
    static Object known(String className) {
        return THINGS.computeIfAbsent(className, OncePerJvm::made);
    }

    private static Object made(String className) {
        return requireNonNull(inSystemLoader(() ->
                opened(SYSTEM.loadClass(className).getDeclaredConstructor()).newInstance()));
    }

    private static <T extends AccessibleObject> T opened(T member) {
        member.setAccessible(true);
        return member;
    }

    private interface Reflection {
        @Nullable
        Object run() throws ReflectiveOperationException;
    }

    /** Kafka looks classes up in the thread's loader, and so do the threads it starts. */
    private static @Nullable Object inSystemLoader(Reflection work) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(SYSTEM);
        try {
            return work.run();
        } catch (InvocationTargetException failed) {
            throw failed.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(failed);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        } finally {
            thread.setContextClassLoader(before);
        }
    }
}
