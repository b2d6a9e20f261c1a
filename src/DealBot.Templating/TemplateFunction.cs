using DealBot.Templating.Runtime;

namespace DealBot.Templating;

/// <summary>A function that templates can call.</summary>
public abstract class TemplateFunction
{
    private protected TemplateFunction(string name) => Name = name;

    /// <summary>The name error messages use, for example <c>poster.wrap</c>.</summary>
    public string Name { get; }

    /// <summary>
    /// Makes a function from a delegate: <c>TemplateFunction.From("poster.wrap", (string text, int width = 20) => ...)</c>.
    /// Parameters may be string, bool, int, long, double, decimal, object, <see cref="DateTimeOffset"/>, <see cref="TimeSpan"/>,
    /// <see cref="TemplateObject"/>, <see cref="TemplateFunction"/>, <see cref="TemplateArray"/>, a read-only list of object, or a nullable of these; they may have
    /// defaults, and the last may be <c>params object?[]</c>. Arguments are converted; those that do not fit are an error that names
    /// the parameter. Templates may name them: <c>maxWidth</c> is <c>max_width: 20</c> or <c>maxWidth: 20</c>. What the delegate
    /// throws ends the rendering with its message.
    /// It must be safe to call from many threads.
    /// </summary>
    /// <param name="name">The name for error messages.</param>
    /// <param name="function">What to run.</param>
    /// <exception cref="ArgumentException">A parameter is of a type that arguments cannot be converted to.</exception>
    public static TemplateFunction From(string name, Delegate function)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(function);
        return new DelegateFunction(name, function);
    }

    /// <summary>
    /// Makes a function as <see cref="From(string, Delegate)"/> does, whose result is markup: a text, or the texts of a list, that <see
    /// cref="RenderOptions.Escape"/> leaves alone. The function has to make safe itself what it puts into it.
    /// </summary>
    /// <param name="name">The name for error messages.</param>
    /// <param name="function">What to run.</param>
    /// <exception cref="ArgumentException">A parameter is of a type that arguments cannot be converted to.</exception>
    public static TemplateFunction Markup(string name, Delegate function)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(function);
        return new DelegateFunction(name, function) { GivesMarkup = true };
    }

    /// <summary>The value as something to call; null when it is nothing of the kind.</summary>
    internal static TemplateFunction? From(object? value) => value as TemplateFunction ?? (value as TemplateObject)?.Callable;

    internal abstract object? Invoke(RenderContext context, in CallArguments arguments);
}
