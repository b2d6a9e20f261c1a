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
        if (_arguments.Named is { } named && TryFindNamed(named, parameter, out value))
        {
            _namedUsed++;
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

    public object?[] TakeRest()
    {
        var rest = _arguments.Positional[_next..];
        _next = _arguments.Positional.Length;
        return rest.ToArray();
    }

    /// <summary>Fails when arguments are left that no parameter took.</summary>
    public readonly void End()
    {
        if (_next < _arguments.Positional.Length)
            throw WrongCount();
        if (_arguments.Named is { } named && _namedUsed < named.Count)
            throw function.UnknownName(named);
    }

    public readonly FunctionFailure WrongCount() => function.WrongCount(_arguments.Positional.Length + (_arguments.Named?.Count ?? 0));

    private static bool TryFindNamed(Dictionary<string, object?> named, DelegateParameter parameter, out object? value)
    {
        foreach (var (name, given) in named)
            if (parameter.IsNamed(name))
            {
                value = given;
                return true;
            }

        value = null;
        return false;
    }
}
