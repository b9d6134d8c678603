package erp.assistant.record.annotated;

import java.lang.reflect.AccessibleObject;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A member of a class whose value can be read.
 *
 * @param name without {@code get} or {@code is}
 */
record Member(String name, Type type, AnnotatedElement annotated, AccessibleObject access) {

    /** All fields and parameterless methods, those of super classes first, in the order of the source as far as Java keeps it. */
    static List<Member> of(Class<?> type) {
        List<Member> members = new ArrayList<>();
        Class<?> parent = type.getSuperclass();
        if (parent != null && parent != Object.class) {
            members.addAll(of(parent));
        }
        for (Field field : type.getDeclaredFields()) {
            if (!field.isSynthetic() && !Modifier.isStatic(field.getModifiers())) {
                AccessibleObject access = accessor(type, field.getName())
                        .<AccessibleObject>map(m -> m)
                        .orElse(field);
                members.add(new Member(field.getName(), field.getGenericType(), field, access));
            }
        }
        for (Method method : type.getDeclaredMethods()) {
            if (method.getParameterCount() == 0
                    && !method.isSynthetic()
                    && !Modifier.isStatic(method.getModifiers())
                    && method.getReturnType() != void.class) {
                members.add(new Member(bare(method.getName()), method.getGenericReturnType(), method, method));
            }
        }
        return members;
    }

    /** The member of that name; a method's if both a field and a method have it. */
    static Member named(Class<?> type, String name) {
        List<Member> found =
                of(type).stream().filter(member -> member.name().equals(name)).toList();
        if (found.isEmpty()) {
            throw new IllegalArgumentException(type.getName() + " has no member " + name);
        }
        return found.get(found.size() - 1);
    }

    private static Optional<Method> accessor(Class<?> type, String name) {
        String capital = name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
        for (String candidate : List.of(name, "get" + capital, "is" + capital)) {
            try {
                return Optional.of(type.getMethod(candidate));
            } catch (NoSuchMethodException e) {
                // the next
            }
        }
        return Optional.empty();
    }

    private static String bare(String method) {
        for (String prefix : List.of("get", "is")) {
            if (method.length() > prefix.length()
                    && method.startsWith(prefix)
                    && Character.isUpperCase(method.charAt(prefix.length()))) {
                int start = prefix.length();
                return method.substring(start, start + 1).toLowerCase(Locale.ROOT) + method.substring(start + 1);
            }
        }
        return method;
    }

    /** Reads the value; what is in an {@code Optional} is taken out. */
    @Nullable
    Object value(Object entity) {
        try {
            access.setAccessible(true);
            Object value = access instanceof Method method ? method.invoke(entity) : ((Field) access).get(entity);
            return value instanceof Optional<?> optional ? optional.orElse(null) : value;
        } catch (InvocationTargetException e) {
            throw new IllegalStateException(name + " of " + entity.getClass().getName() + " failed", e.getCause());
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(name + " of " + entity.getClass().getName() + " cannot be read", e);
        }
    }
}
