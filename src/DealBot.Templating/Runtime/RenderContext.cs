using DealBot.Templating.Functions;
using DealBot.Templating.Syntax;
using DealBot.Templating.Syntax.Expressions;

namespace DealBot.Templating.Runtime;

/// <summary>The state of one rendering: variables, output, loops and limits. Used by one thread, and thrown away afterwards.</summary>
internal sealed partial class RenderContext
{
    private readonly CancellationToken _cancellationToken;
    private VariableScope _scope;
    private VariableScope? _spareScopes;
    private int _callDepth;
    private Flow _pendingFlow;

    public RenderContext(Node page, TemplateObject model, RenderOptions options, CancellationToken cancellationToken)
    {
        CallSite = page;
        Options = options;
        _cancellationToken = cancellationToken;
        _scope = new VariableScope(model, null);
        Frame = new Frame(this, null, null);
    }

    public RenderOptions Options { get; }

    public Frame Frame { get; private set; }

    public object? ReturnValue { get; set; }

    /// <summary>The node whose call is running, which faults of builtins blame; the page outside of calls.</summary>
    public Node CallSite { get; private set; }

    public TemplateObject CurrentObject => Current(_scope.Object);

    /// <summary>Finds a variable; the position is where the caller found that name last.</summary>
    public bool TryGetVariable(string name, ref int position, out object? value)
    {
        for (var scope = _scope; scope is not null; scope = scope.Outer)
            if (scope.TryGet(this, name, ref position, out value))
                return true;
        if ((Options.Functions is { } functions && functions.TryGetValue(name, ref position, out value))
            || Builtins.All.TryGetValue(name, ref position, out value))
        {
            value = Current(value);
            return true;
        }

        value = null;
        return false;
    }

    /// <summary>The names that an unprefixed variable may have here.</summary>
    public IEnumerable<string> VariableNames()
    {
        for (var scope = _scope; scope is not null; scope = scope.Outer)
            foreach (var name in Current(scope.Object).Keys)
                yield return name;
        foreach (var name in (Options.Functions?.Keys ?? []).Concat(Builtins.All.Keys))
            yield return name;
    }

    /// <summary>False when the variable is read-only.</summary>
    public bool TrySetVariable(string name, ref int position, object? value) => _scope.TrySet(this, name, ref position, value);

    public void MakeReadOnly(Expression variable)
    {
        if (variable is LocalVariableExpression local)
            Own(Frame.Locals.Object).MakeReadOnly(local.Name);
        else if (variable is VariableExpression global)
            Own(_scope.Object).MakeReadOnly(global.Name);
    }

    public void PushScope(TemplateObject target)
    {
        if (_spareScopes is not { } scope)
        {
            _scope = new VariableScope(target, _scope);
            return;
        }

        _spareScopes = scope.Outer;
        scope.Reuse(target, _scope);
        _scope = scope;
    }

    public void PopScope()
    {
        var left = _scope;
        _scope = left.Outer!;
        left.Reuse(left.Object, _spareScopes);
        _spareScopes = left;
    }

    public LoopBinding Bind(Expression variable) => variable is LocalVariableExpression local
        ? Frame.Locals.Bind(local.Name)
        : _scope.Bind(((VariableExpression)variable).Name);

    public static void Unbind(LoopBinding binding) => binding.Scope.Unbind(binding);

    public LoopState EnterLoop(string kind, int? length)
    {
        _loopDepth++;
        return Frame.Loop = new LoopState(kind, length, Frame.Loop);
    }

    public void LeaveLoop(LoopState loop)
    {
        Frame.Loop = loop.Outer;
        if (--_loopDepth == 0)
            _loopSteps = 0;
    }

    /// <summary>Starts a frame; returns the caller's, for <see cref="LeaveFrame"/>.</summary>
    public Frame EnterFrame(TemplateArray? arguments, WrappedBlock? wrapped)
    {
        var caller = Frame;
        Frame = new Frame(this, arguments, wrapped);
        return caller;
    }

    public void LeaveFrame(Frame caller) => Frame = caller;

    public object? TakeReturnValue()
    {
        var value = ReturnValue;
        ReturnValue = null;
        return value;
    }

    /// <summary>The value, or the result of the function that it is.</summary>
    public object? CallIfFunction(Node site, object? value)
    {
        // What is no function is told sooner by its own type than by climbing to its base.
        if (value is string or int or TemplateObject)
            return value;
        return value is TemplateFunction function ? Call(function, new CallArguments(site, [], null)) : value;
    }

    public object? Call(TemplateFunction function, in CallArguments arguments)
    {
        CountStep(arguments.Site);
        EnterCall(arguments.Site);
        var outer = CallSite;
        CallSite = arguments.Site;
        var result = function.Invoke(this, arguments);
        CallSite = outer;
        _callDepth--;
        return result;
    }

    public void EnterCall(Node site)
    {
        GuardStack(site);
        if (++_callDepth > Options.RecursionLimit && Options.RecursionLimit > 0)
            throw site.Fault($"Exceeding number of recursive depth limit `{Options.RecursionLimit}` for node: `{site.Span.Text}`");
    }

    /// <summary>Calls a function on behalf of a builtin, with the given arguments.</summary>
    public object? CallBack(TemplateFunction function, params ReadOnlySpan<object?> arguments) =>
        Call(function, new CallArguments(CallSite, arguments, null));

    /// <summary>How the wrapped block that an expression ran has ended, so that its <c>break</c> leaves the loop around <c>$$</c>.</summary>
    public Flow TakePendingFlow()
    {
        var flow = _pendingFlow;
        _pendingFlow = Flow.Next;
        return flow;
    }

    public void ExecuteWrappedBlock(Node site)
    {
        if (Frame.Wrapped is not { } wrapped)
            return;
        EnterCall(site);
        Frame.Wrapped = wrapped.Outer;
        _pendingFlow = wrapped.Body.Execute(this);
        Frame.Wrapped = wrapped;
        _callDepth--;
    }
}
