using System.Reflection;

namespace DealBot.Templating.Runtime;

/// <summary>A function behind a delegate. Its parameters are looked at once; a call converts the arguments and invokes.</summary>
internal sealed class DelegateFunction : TemplateFunction
{
    private readonly Delegate _function;
    private readonly DelegateParameter[] _parameters;

    /// <summary>Made by the first call, since a program calls few of the builtins; whichever thread wins made the same.</summary>
    private BoundDelegate? _bound;

    public DelegateFunction(string name, Delegate function)
        : base(name)
    {
        // Names and defaults are those of the method behind the delegate, which may have a closure as one parameter more.
        var types = function.GetType().GetMethod("Invoke")!.GetParameters();
        var parameters = function.Method.GetParameters().TakeLast(types.Length);
        _function = function;
        _parameters = [.. parameters.Zip(types, (parameter, typed) => DelegateParameter.For(name, parameter, typed.ParameterType))];
    }

    /// <summary>Whether texts it returns are markup.</summary>
    public bool GivesMarkup { get; init; }

    internal override object? Invoke(RenderContext context, in CallArguments arguments)
    {
        try
        {
            CountTexts(context, arguments);
            var reader = new ArgumentReader(this, context, arguments);
            var result = (_bound ??= BoundDelegate.Bind(_function, _parameters)).Invoke(ref reader);
            if (GivesMarkup && result is TemplateArray lines)
                foreach (var line in lines.OfType<string>())
                    context.AsMarkup(line);
            if (result is not string text)
                return HostValue.Accept(result);
            context.GuardLength(arguments.Site, text.Length);
            return GivesMarkup ? context.AsMarkup(text) : text;
        }
        catch (FunctionFailure failure)
        {
            throw failure.At(arguments);
        }
        catch (Exception exception) when (exception is not TemplateException)
        {
            // The supervised edge between a template and the host's code: whatever a function throws must not escape a rendering as anything else.
            // What was thrown inside of a callback is let through and never caught to be thrown again: that takes stack at every level of calls,
            // which is just what is missing when it says that the template is nested too deeply.
            var cause = (exception as TargetInvocationException)?.InnerException ?? exception;
            throw cause is TemplateException ? cause : arguments.Site.Fault(Describe(cause), cause);
        }
    }

    public FunctionFailure UnknownName(KeyValuePair<string, object?>[] named)
    {
        var unknown = named.First(argument => !_parameters.Any(parameter => parameter.IsNamed(argument.Key))).Key;
        return new FunctionFailure($"The function `{Name}` has no parameter `{unknown}`; it has: {Signature()}.");
    }

    public FunctionFailure WrongCount(int given) => new ArgumentCountFailure(
        given,
        _parameters.Count(parameter => parameter.IsOrdinary && !parameter.HasDefault),
        _parameters.Count(parameter => parameter.IsOrdinary));

    /// <summary>Charges for the texts the function is given: what it makes of them may be short.</summary>
    private static void CountTexts(RenderContext context, in CallArguments arguments)
    {
        foreach (var value in arguments.Positional)
            if (value is string text)
                context.CountText(arguments.Site, text.Length);
        if (arguments.Named is null)
            return;
        foreach (var (_, value) in arguments.Named)
            if (value is string text)
                context.CountText(arguments.Site, text.Length);
    }

    private string Signature() => string.Join(", ", _parameters.Where(parameter => !parameter.IsContext).Select(parameter => parameter.Name));

    private string Describe(Exception cause) => cause is FunctionFailure ? cause.Message : $"The function `{Name}` failed: {cause.Message}";
}
