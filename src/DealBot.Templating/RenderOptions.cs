using System.Globalization;

namespace DealBot.Templating;

/// <summary>Settings and limits of one rendering. Reaching a limit ends it with a <see cref="TemplateException"/>.</summary>
public sealed record RenderOptions
{
    internal static readonly RenderOptions Default = new();

    /// <summary>Steps of one tree of nested loops, ranges included; a loop after another gets a new budget. 0 turns it off. Default 1000.</summary>
    public int LoopLimit { get; init; } = 1000;

    /// <summary>Depth of function calls and includes. Default 100.</summary>
    public int RecursionLimit { get; init; } = 100;

    /// <summary>
    /// Characters of the output, and of any string a template builds. Default 1,048,576. A longer output is an error, not a text that is cut off: half a
    /// post must not be sent.
    /// </summary>
    public int OutputLimit { get; init; } = 1_048_576;

    /// <summary>
    /// All work of a rendering: statements, operations, calls, items of lists, and text by its length. Stops what no other limit sees. Default
    /// 10,000,000.
    /// </summary>
    public long StepLimit { get; init; } = 10_000_000;

    /// <summary>
    /// Bytes of memory that a rendering may take, those it gave back included, and those that functions of the host take on its thread. A
    /// few megabytes more may be taken before it is noticed. Default 536,870,912.
    /// </summary>
    public long MemoryLimit { get; init; } = 536_870_912;

    /// <summary>Time one regular expression may take; all of a rendering may take ten times as much. Default 1 second.</summary>
    public TimeSpan RegexTimeout { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>How numbers and dates are printed. Default invariant.</summary>
    public CultureInfo Culture { get; init; } = CultureInfo.InvariantCulture;

    /// <summary>The clock behind <c>date.now</c>, and its time zone for dates that name none. Default the system's.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>
    /// A number from 0 (inclusive) to 1 (exclusive) behind <c>math.random</c> and <c>math.uuid</c>. Must be safe to call from many
    /// threads. Default the shared random source.
    /// </summary>
    public Func<double> Random { get; init; } = System.Random.Shared.NextDouble;

    /// <summary>Where <c>include</c> finds templates. Default none: an include is then an error.</summary>
    public ITemplateLoader? Loader { get; init; }

    /// <summary>
    /// Functions of the host, for example an object <c>poster</c> with functions. They shadow builtins and are shadowed by the model.
    /// </summary>
    public TemplateObject? Functions { get; init; }

    /// <summary>
    /// Whether <c>object.eval</c> and <c>object.eval_template</c> may run text as a template. Leave it off where texts come from outside:
    /// they would become code. Default false: calling these functions is then an error.
    /// </summary>
    public bool AllowEval { get; init; }

    /// <summary>
    /// Whether the further lines of a value are indented like its code block, when only whitespace stands before that on its line.
    /// Default true.
    /// </summary>
    public bool AutoIndent { get; init; } = true;

    /// <summary>
    /// What is done to a text that a code block prints, such as making it safe within XML. Markup is printed as it is: what <c>capture</c>
    /// and includes give, and what functions made with <see cref="TemplateFunction.Markup"/> return. A text put together from markup or
    /// changed by a function is text again. Must be safe to call from many threads. Default none: everything is printed as it is.
    /// </summary>
    public Func<string, string>? Escape { get; init; }

    /// <summary>
    /// Told of names that are probably misspelt: a member that an object of the host doesn't have, and an unknown variable that is like a
    /// known one. Both are null in the language, so that nothing else shows the mistake. Called on the thread of the rendering, each time such
    /// a name is read. Default none.
    /// </summary>
    public Action<TemplateMessage>? UnknownName { get; init; }

    /// <summary>Whether an unknown variable is an error instead of null. Default false.</summary>
    public bool StrictVariables { get; init; }
}
