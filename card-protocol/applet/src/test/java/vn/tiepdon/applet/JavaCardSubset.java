package vn.tiepdon.applet;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.ArrayAccessTree;
import com.sun.source.tree.AssertTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.ImportTree;
import com.sun.source.tree.InstanceOfTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParameterizedTypeTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.SynchronizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.Tree.Kind;
import com.sun.source.tree.TypeCastTree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.ToolProvider;

/**
 * What the Java Card 3.0.4 classic platform and its converter take, without the optional 32-bit integers (Java Card 3
 * Platform, Virtual Machine Specification, chapter 2), and the applet's own rule that memory is taken when it is
 * installed and not again. Looks at sources as the JDK's compiler understands them.
 */
final class JavaCardSubset extends TreePathScanner<Void, Void> {

    private static final Set<String> LANGUAGE = Set.of("java.lang.Object", "java.lang.SuppressWarnings");
    private static final Set<TypeKind> NO_TYPES =
            EnumSet.of(TypeKind.INT, TypeKind.LONG, TypeKind.FLOAT, TypeKind.DOUBLE, TypeKind.CHAR);
    private static final Set<String> MAKERS = Set.of("getInstance", "buildKey", "buildKeyWithSharedDomain");
    /** What may have more than 16 bits although its operands have not. */
    private static final Set<Kind> GROWING =
            EnumSet.of(Kind.PLUS, Kind.MINUS, Kind.MULTIPLY, Kind.LEFT_SHIFT, Kind.UNARY_MINUS, Kind.PREFIX_INCREMENT);
    /** The lowest 16 bits of the result do not depend on more than those of the operands. */
    private static final Set<Kind> BLIND_TO_OVERFLOW = EnumSet.of(
            Kind.PLUS,
            Kind.MINUS,
            Kind.MULTIPLY,
            Kind.LEFT_SHIFT,
            Kind.AND,
            Kind.OR,
            Kind.XOR,
            Kind.UNARY_MINUS,
            Kind.BITWISE_COMPLEMENT,
            Kind.PARENTHESIZED);

    private static final Set<Kind> BLIND_ASSIGNMENTS = EnumSet.of(
            Kind.PLUS_ASSIGNMENT,
            Kind.MINUS_ASSIGNMENT,
            Kind.MULTIPLY_ASSIGNMENT,
            Kind.AND_ASSIGNMENT,
            Kind.OR_ASSIGNMENT,
            Kind.XOR_ASSIGNMENT);

    private final Trees trees;
    private final List<String> findings = new ArrayList<>();
    private final Map<Element, Set<Element>> calls = new HashMap<>();
    private final Map<Element, List<String>> allocations = new HashMap<>();

    private JavaCardSubset(Trees trees) {
        this.trees = trees;
    }

    /** Each finding: file, line, and what is wrong. */
    static List<String> findings(List<? extends JavaFileObject> sources) {
        DiagnosticCollector<JavaFileObject> problems = new DiagnosticCollector<>();
        JavacTask task = (JavacTask) ToolProvider.getSystemJavaCompiler()
                .getTask(null, null, problems, List.of("-proc:none", "-XDshould-stop.ifError=FLOW"), null, sources);
        try {
            JavaCardSubset subset = new JavaCardSubset(Trees.instance(task));
            Iterable<? extends CompilationUnitTree> units = task.parse();
            task.analyze();
            units.forEach(unit -> subset.scan(unit, null));
            subset.lookAtCalls();
            problems.getDiagnostics().stream()
                    .filter(problem -> problem.getKind() == Diagnostic.Kind.ERROR)
                    .forEach(problem -> subset.findings.add("does not compile: " + problem.getMessage(null)));
            return List.copyOf(subset.findings);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void find(String what) {
        findings.add(place() + what);
    }

    private String place() {
        CompilationUnitTree unit = getCurrentPath().getCompilationUnit();
        long at = trees.getSourcePositions()
                .getStartPosition(unit, getCurrentPath().getLeaf());
        String name = unit.getSourceFile().getName();
        return "%s:%d: "
                .formatted(
                        name.substring(name.lastIndexOf('/') + 1),
                        unit.getLineMap().getLineNumber(at));
    }

    @Override
    public Void visitImport(ImportTree node, Void unused) {
        String name = node.getQualifiedIdentifier().toString();
        if (!name.startsWith("javacard.") && !name.startsWith("javacardx.") || node.isStatic()) {
            find("import of " + name);
        }
        return null;
    }

    @Override
    public Void visitIdentifier(IdentifierTree node, Void unused) {
        lookAtName();
        return super.visitIdentifier(node, unused);
    }

    @Override
    public Void visitMemberSelect(MemberSelectTree node, Void unused) {
        lookAtName();
        return super.visitMemberSelect(node, unused);
    }

    private void lookAtName() {
        if (trees.getElement(getCurrentPath()) instanceof TypeElement type) {
            String name = type.getQualifiedName().toString();
            if (!isKnown(name)) {
                find("type " + name);
            }
        }
    }

    private static boolean isKnown(String name) {
        return name.startsWith("javacard.")
                || name.startsWith("javacardx.")
                || name.startsWith("vn.tiepdon.applet.")
                || LANGUAGE.contains(name);
    }

    @Override
    public Void visitClass(ClassTree node, Void unused) {
        if (node.getKind() != Kind.CLASS) {
            find(node.getKind().toString().toLowerCase(Locale.ROOT));
        }
        if (getCurrentPath().getParentPath().getLeaf().getKind() != Kind.COMPILATION_UNIT) {
            find("class inside another");
        }
        return super.visitClass(node, unused);
    }

    @Override
    public Void visitVariable(VariableTree node, Void unused) {
        Element element = trees.getElement(getCurrentPath());
        lookAtType(element.asType());
        if (element.getKind() == ElementKind.FIELD
                && element.getModifiers().contains(Modifier.STATIC)
                && !element.getModifiers().contains(Modifier.FINAL)) {
            find("static state " + node.getName());
        }
        return super.visitVariable(node, unused);
    }

    @Override
    public Void visitMethod(MethodTree node, Void unused) {
        ExecutableElement method = (ExecutableElement) trees.getElement(getCurrentPath());
        lookAtType(method.getReturnType());
        if (method.isVarArgs()) {
            find("variable number of parameters");
        }
        if (method.getModifiers().contains(Modifier.SYNCHRONIZED)
                || method.getModifiers().contains(Modifier.NATIVE)) {
            find("synchronized or native method");
        }
        calls.putIfAbsent(method, new HashSet<>());
        return super.visitMethod(node, unused);
    }

    private void lookAtType(TypeMirror type) {
        if (NO_TYPES.contains(type.getKind())) {
            find("type " + type);
        }
        if (type instanceof ArrayType array) {
            if (array.getComponentType().getKind() == TypeKind.ARRAY) {
                find("array of arrays");
            }
            lookAtType(array.getComponentType());
        }
    }

    @Override
    public Void visitTypeCast(TypeCastTree node, Void unused) {
        lookAtType(trees.getTypeMirror(new TreePath(getCurrentPath(), node.getType())));
        return super.visitTypeCast(node, unused);
    }

    @Override
    public Void visitLiteral(LiteralTree node, Void unused) {
        switch (node.getKind()) {
            case STRING_LITERAL -> {
                if (!isInAnnotation()) {
                    find("String");
                }
            }
            case LONG_LITERAL, FLOAT_LITERAL, DOUBLE_LITERAL -> find("literal " + node);
            case INT_LITERAL -> {
                int value = (Integer) node.getValue();
                if ((value > Short.MAX_VALUE + 1 || value < Short.MIN_VALUE) && !isCast(getCurrentPath())) {
                    find("literal of more than 16 bits");
                }
            }
            default -> {}
        }
        return null;
    }

    private boolean isInAnnotation() {
        for (TreePath path = getCurrentPath(); path != null; path = path.getParentPath()) {
            if (path.getLeaf() instanceof AnnotationTree) {
                return true;
            }
        }
        return false;
    }

    @Override
    public Void visitBinary(BinaryTree node, Void unused) {
        if (node.getKind() == Kind.UNSIGNED_RIGHT_SHIFT) {
            find("unsigned shift, which sees the sign bits of 32-bit arithmetic");
        }
        lookAtOverflow(node);
        return super.visitBinary(node, unused);
    }

    @Override
    public Void visitUnary(UnaryTree node, Void unused) {
        lookAtOverflow(node);
        return super.visitUnary(node, unused);
    }

    private void lookAtOverflow(ExpressionTree node) {
        boolean ofInts = trees.getTypeMirror(getCurrentPath()).getKind() == TypeKind.INT;
        if (ofInts && GROWING.contains(node.getKind()) && !isConstant(node) && !endsInACast(getCurrentPath())) {
            find("no cast of " + node);
        }
    }

    private static boolean isConstant(Tree node) {
        if (node instanceof BinaryTree binary) {
            return isConstant(binary.getLeftOperand()) && isConstant(binary.getRightOperand());
        }
        if (node instanceof UnaryTree unary) {
            return isConstant(unary.getExpression());
        }
        return node instanceof LiteralTree
                || node instanceof ParenthesizedTree inner && isConstant(inner.getExpression());
    }

    /** Whether all between this expression and a cast to 16 or fewer bits is blind to what overflows. */
    private boolean endsInACast(TreePath expression) {
        TreePath above = expression.getParentPath();
        while (BLIND_TO_OVERFLOW.contains(above.getLeaf().getKind())) {
            if (above.getLeaf() instanceof BinaryTree shift
                    && shift.getKind() == Kind.LEFT_SHIFT
                    && shift.getRightOperand() == expression.getLeaf()) {
                return false;
            }
            expression = above;
            above = above.getParentPath();
        }
        return isCast(expression) || BLIND_ASSIGNMENTS.contains(above.getLeaf().getKind());
    }

    private boolean isCast(TreePath expression) {
        TreePath above = expression.getParentPath();
        while (above.getLeaf() instanceof ParenthesizedTree) {
            above = above.getParentPath();
        }
        if (!(above.getLeaf() instanceof TypeCastTree)) {
            return false;
        }
        TypeKind kind = trees.getTypeMirror(above).getKind();
        return kind == TypeKind.BYTE || kind == TypeKind.SHORT;
    }

    @Override
    public Void visitCompoundAssignment(CompoundAssignmentTree node, Void unused) {
        if (node.getKind() == Kind.UNSIGNED_RIGHT_SHIFT_ASSIGNMENT) {
            find("unsigned shift, which sees the sign bits of 32-bit arithmetic");
        }
        lookAtStaticArray(node.getVariable());
        return super.visitCompoundAssignment(node, unused);
    }

    @Override
    public Void visitAssignment(AssignmentTree node, Void unused) {
        lookAtStaticArray(node.getVariable());
        return super.visitAssignment(node, unused);
    }

    private void lookAtStaticArray(ExpressionTree written) {
        if (written instanceof ArrayAccessTree access) {
            TreePath array = new TreePath(new TreePath(getCurrentPath(), access), access.getExpression());
            Element element = trees.getElement(array);
            if (element != null && element.getModifiers().contains(Modifier.STATIC)) {
                find("static state " + element);
            }
        }
    }

    @Override
    public Void visitConditionalExpression(ConditionalExpressionTree node, Void unused) {
        lookAtType(trees.getTypeMirror(getCurrentPath()));
        return super.visitConditionalExpression(node, unused);
    }

    @Override
    public Void visitSwitch(SwitchTree node, Void unused) {
        boolean arrows = node.getCases().stream().anyMatch(label -> label.getBody() != null);
        if (arrows) {
            find("switch with arrows");
        }
        return super.visitSwitch(node, unused);
    }

    @Override
    public Void visitSwitchExpression(SwitchExpressionTree node, Void unused) {
        find("switch that gives a value");
        return super.visitSwitchExpression(node, unused);
    }

    @Override
    public Void visitInstanceOf(InstanceOfTree node, Void unused) {
        if (node.getPattern() != null) {
            find("pattern");
        }
        return super.visitInstanceOf(node, unused);
    }

    @Override
    public Void visitEnhancedForLoop(EnhancedForLoopTree node, Void unused) {
        find("enhanced for");
        return super.visitEnhancedForLoop(node, unused);
    }

    @Override
    public Void visitLambdaExpression(LambdaExpressionTree node, Void unused) {
        find("lambda");
        return super.visitLambdaExpression(node, unused);
    }

    @Override
    public Void visitMemberReference(MemberReferenceTree node, Void unused) {
        find("method reference");
        return super.visitMemberReference(node, unused);
    }

    @Override
    public Void visitSynchronized(SynchronizedTree node, Void unused) {
        find("synchronized");
        return super.visitSynchronized(node, unused);
    }

    @Override
    public Void visitAssert(AssertTree node, Void unused) {
        find("assert");
        return super.visitAssert(node, unused);
    }

    @Override
    public Void visitParameterizedType(ParameterizedTypeTree node, Void unused) {
        find("generic type");
        return super.visitParameterizedType(node, unused);
    }

    @Override
    public Void visitNewClass(NewClassTree node, Void unused) {
        noteCall();
        noteAllocation(node);
        return super.visitNewClass(node, unused);
    }

    @Override
    public Void visitNewArray(NewArrayTree node, Void unused) {
        noteAllocation(node);
        return super.visitNewArray(node, unused);
    }

    @Override
    public Void visitMethodInvocation(MethodInvocationTree node, Void unused) {
        noteCall();
        Element called = trees.getElement(getCurrentPath());
        String name = called == null ? "" : called.getSimpleName().toString();
        if (name.startsWith("makeTransient") || MAKERS.contains(name)) {
            noteAllocation(node);
        }
        return super.visitMethodInvocation(node, unused);
    }

    private void noteCall() {
        Element called = trees.getElement(getCurrentPath());
        Element caller = enclosingMethod();
        if (called != null && caller != null) {
            calls.computeIfAbsent(caller, any -> new HashSet<>()).add(called);
        }
    }

    /** Outside every method it is a constant, or a field made with its object. */
    private void noteAllocation(Tree node) {
        Element method = enclosingMethod();
        if (method != null) {
            allocations
                    .computeIfAbsent(method, any -> new ArrayList<>())
                    .add(place() + "new memory at run time: " + node);
        }
    }

    private Element enclosingMethod() {
        for (TreePath path = getCurrentPath(); path != null; path = path.getParentPath()) {
            if (path.getLeaf() instanceof MethodTree) {
                return trees.getElement(path);
            }
        }
        return null;
    }

    private void lookAtCalls() {
        Set<Element> running = new HashSet<>();
        for (Element method : calls.keySet()) {
            boolean installing = method.getKind() == ElementKind.CONSTRUCTOR
                    || method.getSimpleName().contentEquals("install");
            if (!installing && !isOnlyCalledWhileInstalling(method, new HashSet<>())) {
                running.add(method);
            }
            if (reaches(method, method, new HashSet<>())) {
                findings.add("recursion: " + method);
            }
        }
        allocations.forEach((method, found) -> {
            if (running.contains(method)) {
                findings.addAll(found);
            }
        });
        calls.forEach((caller, called) -> called.stream()
                .filter(made -> made.getKind() == ElementKind.CONSTRUCTOR && running.contains(caller))
                .forEach(made -> findings.add("new memory at run time: " + made)));
    }

    private boolean isOnlyCalledWhileInstalling(Element method, Set<Element> seen) {
        if (method.getKind() == ElementKind.CONSTRUCTOR
                || method.getSimpleName().contentEquals("install")) {
            return true;
        }
        seen.add(method);
        List<Element> callers = calls.entrySet().stream()
                .filter(entry -> entry.getValue().contains(method))
                .map(Map.Entry::getKey)
                .toList();
        return !callers.isEmpty()
                && callers.stream()
                        .allMatch(caller -> seen.contains(caller) || isOnlyCalledWhileInstalling(caller, seen));
    }

    private boolean reaches(Element from, Element wanted, Set<Element> seen) {
        for (Element next : calls.getOrDefault(from, Set.of())) {
            if (next.equals(wanted) || seen.add(next) && reaches(next, wanted, seen)) {
                return true;
            }
        }
        return false;
    }
}
