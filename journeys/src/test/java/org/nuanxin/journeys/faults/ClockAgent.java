package org.nuanxin.journeys.faults;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.Opcode;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.ReturnInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.ProtectionDomain;
import java.time.Clock;
import java.util.Date;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Inside a service: its clock is as wrong as a file says, in seconds. Whoever asks for an {@code Instant}, a {@code Date} or the
 * milliseconds is told the wrong time; what counts nanoseconds is not. It stands alone, in a jar of its own.
 */
public final class ClockAgent {
    private static final String ERROR = "faults.clock";
    private static final String MILLIS = "currentTimeMillis";
    private static final Pattern SERVICE = Pattern.compile("(intake|dispatch|volunteer|feedback)-service");
    private static final long BETWEEN_LOOKS = 100;
    private static final ClassDesc INSTANT = ClassDesc.of("java.time.Instant");

    private ClockAgent() {}

    /** @param folder in which there is a file by the name of the service, or is none while its clock is right */
    public static void premain(String folder, Instrumentation instrumentation) throws UnmodifiableClassException {
        Matcher service = SERVICE.matcher(System.getProperty("sun.java.command", ""));
        if (!service.find()) return;
        instrumentation.addTransformer(
                new ClassFileTransformer() {
                    @Override
                    public byte @Nullable [] transform(
                            @Nullable ClassLoader loader,
                            String name,
                            @Nullable Class<?> redefined,
                            @Nullable ProtectionDomain domain,
                            byte[] bytes) {
                        if (name.equals("java/time/Clock")) return wrong(bytes, INSTANTS);
                        boolean open = loader != null || name.equals("java/util/Date");
                        return open && asks(bytes) ? wrong(bytes, MILLISECONDS) : null;
                    }
                },
                true);
        instrumentation.retransformClasses(Clock.class, Date.class);
        Path file = Path.of(folder, service.group(1));
        Thread.ofPlatform().daemon().start(() -> obeys(file));
    }

    private static boolean asks(byte[] bytes) {
        return new String(bytes, ISO_8859_1).contains(MILLIS);
    }

    private static byte[] wrong(byte[] bytes, ClassTransform transform) {
        ClassFile format = ClassFile.of();
        return format.transformClass(format.parse(bytes), transform);
    }

    private static final ClassTransform INSTANTS = ClassTransform.transformingMethodBodies(
            method -> method.methodName().equalsString("currentInstant"), (builder, element) -> {
                if (element instanceof ReturnInstruction) {
                    error(builder)
                            .invokevirtual(INSTANT, "plusSeconds", MethodTypeDesc.of(INSTANT, ConstantDescs.CD_long));
                }
                builder.with(element);
            });

    private static final CodeTransform MILLISECOND = (builder, element) -> {
        builder.with(element);
        if (element instanceof InvokeInstruction call
                && call.opcode() == Opcode.INVOKESTATIC
                && call.owner().asInternalName().equals("java/lang/System")
                && call.name().equalsString(MILLIS)) {
            error(builder).loadConstant(1000L).lmul().ladd();
        }
    };

    private static final ClassTransform MILLISECONDS = ClassTransform.transformingMethodBodies(MILLISECOND);

    /** Puts it on the stack. */
    private static CodeBuilder error(CodeBuilder builder) {
        ClassDesc number = ConstantDescs.CD_Long;
        return builder.loadConstant(ERROR)
                .lconst_0()
                .invokestatic(
                        number, "getLong", MethodTypeDesc.of(number, ConstantDescs.CD_String, ConstantDescs.CD_long))
                .invokevirtual(number, "longValue", MethodTypeDesc.of(ConstantDescs.CD_long));
    }

    private static void obeys(Path file) {
        String error = "";
        while (!Thread.currentThread().isInterrupted()) {
            try {
                error = obeyed(file, error);
                Thread.sleep(BETWEEN_LOOKS);
            } catch (IOException notNow) {
                System.err.println("the clock cannot be set: " + notNow);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** And says so, in a file beside. */
    private static String obeyed(Path file, String before) throws IOException {
        String said = Files.exists(file) ? Files.readString(file) : "0";
        if (!said.equals(before)) {
            System.setProperty(ERROR, said);
            Files.writeString(file.resolveSibling(file.getFileName() + ".obeyed"), said);
        }
        return said;
    }
}
