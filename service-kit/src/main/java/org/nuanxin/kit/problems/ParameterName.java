package org.nuanxin.kit.problems;

import static jakarta.validation.ElementKind.METHOD;
import static jakarta.validation.ElementKind.PARAMETER;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.Path;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.QueryParam;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** What the caller calls a parameter of a resource's method. */
final class ParameterName {
    private ParameterName() {}

    /** Nothing for a body, nor for a part of the path: the caller knows no name of it. */
    static Optional<String> of(Annotation... parameter) {
        return Stream.of(parameter)
                .flatMap(annotation -> switch (annotation) {
                    case QueryParam query -> Stream.of(query.value());
                    case HeaderParam header -> Stream.of(header.value());
                    default -> Stream.empty();
                })
                .findFirst();
    }

    /** Where the caller finds what breaks a constraint: a parameter, or a place such as {@code contact.phone} in the body. */
    static String of(ConstraintViolation<?> violation) {
        List<Path.Node> steps = StreamSupport.stream(violation.getPropertyPath().spliterator(), false)
                .toList();
        if (steps.size() == 2
                && steps.get(0).getKind() == METHOD
                && steps.get(1).getKind() == PARAMETER) {
            int which = steps.get(1).as(Path.ParameterNode.class).getParameterIndex();
            return declarations(violation.getRootBeanClass(), steps.get(0).as(Path.MethodNode.class))
                    .flatMap(method -> of(method.getParameterAnnotations()[which]).stream())
                    .findFirst()
                    .orElse("");
        }
        return steps.stream().skip(2).map(Object::toString).collect(Collectors.joining("."));
    }

    /** Of the method in the resource and in whatever stands before it, which may not repeat the annotations. */
    private static Stream<Method> declarations(Class<?> resource, Path.MethodNode named) {
        return Stream.<Class<?>>iterate(resource, type -> type != null, Class::getSuperclass)
                .flatMap(type -> Stream.of(type.getDeclaredMethods()))
                .filter(method -> method.getName().equals(named.getName())
                        && List.of(method.getParameterTypes()).equals(named.getParameterTypes()));
    }
}
