namespace DealBot.Templating.Runtime;

/// <summary>Hands the arguments of one call to the parameters of a delegate, in the order of the parameters.</summary>
internal ref struct ArgumentReader(DelegateFunction function, RenderContext context, CallArguments arguments)
{
    private readonly CallArguments _arguments = arguments;
    private int _next;
    private int _namedUsed;

    public RenderContext Context { get; } = context;

    /// <summary>The named argument, or else the next by position; false when there is neither.</summary>
    public bool TryTake(DelegateParameter parameter, out object? value)
    {
        var positional = _arguments.Positional;
        if (TryTakeNamed(parameter, out value))
        {
            _next += _next < positional.Length ? 1 : 0; // A named argument overrides the positional one in its place.
            return true;
        }

        if (_next < positional.Length)
        {
            value = positional[_next++];
            return true;
        }

        value = null;
        return false;
    }

    public object?[] TakeRest(RestParameter parameter)
    {
        var rest = _arguments.Positional[_next..];
        _next = _arguments.Positional.Length;
        var named = _arguments.Named?.Where(argument => argument.Key == parameter.Name).Select(argument => argument.Value).ToArray() ?? [];
        _namedUsed += named.Length;
        return [.. rest, .. named];
    }

    /// <summary>Fails when arguments are left that no parameter took.</summary>
    public readonly void End()
    {
        if (_next < _arguments.Positional.Length)
            throw WrongCount();
        if (_arguments.Named is { } named && _namedUsed < named.Length)
            throw function.UnknownName(named);
    }

    public readonly FunctionFailure WrongCount() => function.WrongCount(_arguments.Positional.Length + (_arguments.Named?.Length ?? 0));

    /// <summary>Of several with the name the last counts.</summary>
    private bool TryTakeNamed(DelegateParameter parameter, out object? value)
    {
        value = null;
        var isGiven = false;
        foreach (var (name, given) in _arguments.Named ?? [])
        {
            if (!parameter.IsNamed(name))
                continue;
            value = given;
            isGiven = true;
            _namedUsed++;
        }

        return isGiven;
    }
}
