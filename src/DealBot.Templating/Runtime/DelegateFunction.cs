using System.Reflection;

namespace DealBot.Templating.Runtime;

/// <summary>A function behind a delegate. Its parameters are looked at once; a call converts the arguments and invokes.</summary>
internal sealed class DelegateFunction : TemplateFunction
{
    private readonly MethodInvoker _invoker;
    private readonly object? _target;
    private readonly DelegateParameter[] _parameters;

    public DelegateFunction(string name, Delegate function)
        : base(name)
    {
        // The delegate's own Invoke is bound, whatever closure or static method is behind it, while names and defaults are the method's.
        _invoker = MethodInvoker.Create(function.GetType().GetMethod("Invoke")!);
        _target = function;
        var parameters = function.Method.GetParameters().TakeLast(InvokeParameterCount(function));
        _parameters = [.. parameters.Select(parameter => new DelegateParameter(name, parameter))];
    }

    internal override object? Invoke(RenderContext context, in CallArguments arguments)
    {
        try
        {
            var result = _invoker.Invoke(_target, Bind(context, arguments).AsSpan());
            if (result is string text)
                context.GuardLength(arguments.Site, text.Length);
            return HostValue.Accept(result);
        }
        catch (TemplateException)
        {
            throw;
        }
        catch (FunctionFailure failure)
        {
            throw arguments.Site.Fault(failure.Message, failure);
        }
        catch (Exception exception)
        {
            // The supervised edge between a template and the host's code: whatever a function throws must not escape a rendering as anything else.
            var cause = (exception as TargetInvocationException)?.InnerException ?? exception;
            throw cause is TemplateException ? cause : arguments.Site.Fault(Describe(cause), cause);
        }
    }

    private static int InvokeParameterCount(Delegate function) => function.GetType().GetMethod("Invoke")!.GetParameters().Length;

    private string Describe(Exception cause) => cause is FunctionFailure ? cause.Message : $"The function `{Name}` failed: {cause.Message}";

    private object?[] Bind(RenderContext context, in CallArguments arguments)
    {
        var values = new object?[_parameters.Length];
        var next = 0;
        var namedUsed = 0;
        for (var i = 0; i < _parameters.Length; i++)
        {
            var parameter = _parameters[i];
            object? given = null;
            if (parameter.IsContext)
                values[i] = context;
            else if (arguments.Named is not null && TryFindNamed(arguments.Named, parameter, out given))
            {
                namedUsed++;
                next += next < arguments.Positional.Count ? 1 : 0; // A named argument overrides the positional one in its place.
                values[i] = parameter.Convert(context, given);
            }
            else if (parameter.TakesRest)
            {
                values[i] = arguments.Positional.Skip(next).ToArray();
                next = arguments.Positional.Count;
            }
            else if (next < arguments.Positional.Count)
                values[i] = parameter.Convert(context, arguments.Positional[next++]);
            else
                values[i] = parameter.HasDefault ? parameter.Default : throw WrongCount(arguments);
        }

        if (next < arguments.Positional.Count)
            throw WrongCount(arguments);
        if (namedUsed < (arguments.Named?.Count ?? 0))
            throw UnknownName(arguments.Named!);
        return values;
    }

    private FunctionFailure UnknownName(Dictionary<string, object?> named)
    {
        var unknown = named.Keys.First(name => !_parameters.Any(parameter => parameter.IsNamed(name)));
        return new FunctionFailure($"The function `{Name}` has no parameter `{unknown}`; it has: {Signature()}.");
    }

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

    private FunctionFailure WrongCount(in CallArguments arguments)
    {
        var expected = _parameters.Count(parameter => !parameter.IsContext && !parameter.TakesRest);
        var required = _parameters.Count(parameter => !parameter.IsContext && !parameter.TakesRest && !parameter.HasDefault);
        var count = required == expected ? $"{expected}" : $"{required} to {expected}";
        return new FunctionFailure(
            $"Invalid number of arguments `{arguments.Positional.Count + (arguments.Named?.Count ?? 0)}` passed to `{Name}` while expecting `{count}` arguments");
    }

    private string Signature() => string.Join(", ", _parameters.Where(parameter => !parameter.IsContext).Select(parameter => parameter.Name));
}
