import static java.lang.constant.ConstantDescs.CD_Object;
import static java.lang.constant.ConstantDescs.CD_boolean;
import static java.lang.constant.ConstantDescs.CD_int;

import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFile.ClassHierarchyResolverOption;
import java.lang.classfile.ClassFile.ConstantPoolSharingOption;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.Label;
import java.lang.classfile.Opcode;
import java.lang.classfile.constantpool.InvokeDynamicEntry;
import java.lang.classfile.constantpool.LoadableConstantEntry;
import java.lang.classfile.constantpool.PoolEntry;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDesc;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.reflect.AccessFlag;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/// Takes out of a class file what the JVM would make up at run time, and its start-up cache does
/// not keep: the hidden class behind each pattern `switch`, and the method handles behind `equals`
/// and `hashCode` of a record.
///
/// Both are an `invokedynamic` whose bootstrap method is part of the JDK. Such a call becomes a
/// call of a private static method with the same parameters and result, added to the same class,
/// that does what the documentation of the bootstrap method says. Other calls stay as they are:
/// lambdas and string concatenation, which the cache keeps, a `switch` with labels that are not
/// classes, and `toString` of a record.
///
/// Sources: the documentation of `java.lang.runtime.SwitchBootstraps.typeSwitch` and
/// `java.lang.runtime.ObjectMethods.bootstrap`; JEP 483, and `is_indy_resolution_deterministic` in
/// HotSpot, for what the cache keeps.
final class Desugar implements UnaryOperator<byte[]> {
  private static final ClassDesc SWITCHES = ClassDesc.of("java.lang.runtime.SwitchBootstraps");
  private static final ClassDesc RECORDS = ClassDesc.of("java.lang.runtime.ObjectMethods");
  private static final ClassDesc OBJECTS = ClassDesc.of("java.util.Objects");
  private static final int ADDED =
      ClassFile.ACC_PRIVATE | ClassFile.ACC_STATIC | ClassFile.ACC_SYNTHETIC;

  private final ClassFile classFile;

  /// `hierarchy` knows all types that the class files name; stack maps need it.
  Desugar(ClassHierarchyResolver hierarchy) {
    classFile =
        ClassFile.of(
            ClassHierarchyResolverOption.of(hierarchy), ConstantPoolSharingOption.NEW_POOL);
  }

  /// The class file without such calls: `type` itself if it has none.
  @Override
  public byte[] apply(byte[] type) {
    ClassModel model = classFile.parse(type);
    var calls = new TreeMap<Integer, InvokeDynamicEntry>();
    for (PoolEntry entry : model.constantPool()) {
      if (entry instanceof InvokeDynamicEntry call && body(call).isPresent()) {
        calls.put(call.index(), call);
      }
    }
    if (calls.isEmpty()) {
      return type;
    }
    ClassTransform added =
        ClassTransform.endHandler(builder -> {
          for (InvokeDynamicEntry call : calls.values()) {
            builder.withMethodBody(name(call), call.typeSymbol(), ADDED, body(call).orElseThrow());
          }
        });
    return classFile.transformClass(
        model, ClassTransform.transformingMethodBodies(calling(calls, model)).andThen(added));
  }

  private static CodeTransform calling(Map<Integer, InvokeDynamicEntry> calls, ClassModel model) {
    ClassDesc self = model.thisClass().asSymbol();
    boolean isInterface = model.flags().has(AccessFlag.INTERFACE);
    return (code, element) -> {
      if (element instanceof InvokeDynamicInstruction instruction
          && calls.containsKey(instruction.invokedynamic().index())) {
        InvokeDynamicEntry call = instruction.invokedynamic();
        code.invokestatic(self, name(call), call.typeSymbol(), isInterface);
      } else {
        code.with(element);
      }
    };
  }

  /// A name that no source can have written and that is unique in the class.
  private static String name(InvokeDynamicEntry call) {
    return call.name().stringValue() + "-" + call.index();
  }

  /// What the method that takes the place of `call` does, empty if the call stays.
  private static Optional<Consumer<CodeBuilder>> body(InvokeDynamicEntry call) {
    List<ConstantDesc> arguments =
        call.bootstrap().arguments().stream().map(LoadableConstantEntry::constantValue).toList();
    String name = call.name().stringValue();
    ClassDesc bootstrap = call.bootstrap().bootstrapMethod().asSymbol().owner();
    if (bootstrap.equals(SWITCHES)) {
      boolean onlyClasses =
          name.equals("typeSwitch")
              && !call.typeSymbol().parameterType(0).isPrimitive()
              && arguments.stream().allMatch(ClassDesc.class::isInstance);
      return onlyClasses
          ? Optional.of(code -> typeSwitch(code, all(ClassDesc.class, arguments)))
          : Optional.empty();
    }
    if (bootstrap.equals(RECORDS)) {
      // the record, the names of its components, a getter for each
      var getters = all(DirectMethodHandleDesc.class, arguments.subList(2, arguments.size()));
      return switch (name) {
        case "equals" ->
            Optional.of(code -> equals(code, (ClassDesc) arguments.getFirst(), getters));
        case "hashCode" -> Optional.of(code -> hashCode(code, getters));
        default -> Optional.empty();
      };
    }
    return Optional.empty();
  }

  private static <T> List<T> all(Class<T> kind, List<ConstantDesc> constants) {
    return constants.stream().map(kind::cast).toList();
  }

  /// From a target and the label to start at: -1 for null, else the first label from there on that
  /// the target is an instance of, else how many labels there are.
  private static void typeSwitch(CodeBuilder code, List<ClassDesc> labels) {
    code.aload(0).ifThen(Opcode.IFNULL, then -> then.loadConstant(-1).ireturn());
    for (int i = 0; i < labels.size(); i++) {
      Label next = code.newLabel();
      code.iload(1).loadConstant(i).if_icmpgt(next);
      code.aload(0).instanceOf(labels.get(i)).ifeq(next);
      code.loadConstant(i).ireturn().labelBinding(next);
    }
    code.loadConstant(labels.size()).ireturn();
  }

  /// From a record and an object: whether the object is such a record with equal components.
  private static void equals(
      CodeBuilder code, ClassDesc record, List<DirectMethodHandleDesc> getters) {
    Label different = code.newLabel();
    code.aload(0).aload(1).ifThen(Opcode.IF_ACMPEQ, then -> then.iconst_1().ireturn());
    code.aload(1).instanceOf(record).ifeq(different).aload(1).checkcast(record).astore(2);
    for (DirectMethodHandleDesc getter : getters) {
      ClassDesc type = load(code, 0, getter);
      load(code, 2, getter);
      if (type.isPrimitive()) {
        code.invokestatic(box(type), "compare", MethodTypeDesc.of(CD_int, type, type));
        code.ifne(different);
      } else {
        var both = MethodTypeDesc.of(CD_boolean, CD_Object, CD_Object);
        code.invokestatic(OBJECTS, "equals", both).ifeq(different);
      }
    }
    code.iconst_1().ireturn().labelBinding(different).iconst_0().ireturn();
  }

  /// From a record: the hash codes of its components, each added to 31 times those before it.
  private static void hashCode(CodeBuilder code, List<DirectMethodHandleDesc> getters) {
    code.iconst_0();
    for (DirectMethodHandleDesc getter : getters) {
      ClassDesc type = load(code.bipush(31).imul(), 0, getter);
      code.invokestatic(
          type.isPrimitive() ? box(type) : OBJECTS,
          "hashCode",
          MethodTypeDesc.of(CD_int, type.isPrimitive() ? type : CD_Object));
      code.iadd();
    }
    code.ireturn();
  }

  /// Loads a component of the record in `slot`; its type.
  private static ClassDesc load(CodeBuilder code, int slot, DirectMethodHandleDesc getter) {
    ClassDesc type = getter.invocationType().returnType();
    code.aload(slot).getfield(getter.owner(), getter.methodName(), type);
    return type;
  }

  private static ClassDesc box(ClassDesc primitive) {
    String name = primitive.displayName();
    return ClassDesc.of(
        "java.lang",
        switch (name) {
          case "int" -> "Integer";
          case "char" -> "Character";
          default -> Character.toUpperCase(name.charAt(0)) + name.substring(1);
        });
  }
}
