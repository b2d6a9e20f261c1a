using DealBot.Templating.Runtime;

namespace DealBot.Templating.Functions;

/// <summary>Builds one builtin object, naming its functions after it.</summary>
internal sealed class FunctionTable(string name, TemplateFunction? callable = null)
{
    public TemplateObject Object { get; } = new() { Callable = callable };

    public FunctionTable Add(string function, Delegate implementation)
    {
        Object[function] = TemplateFunction.From($"{name}.{function}", implementation);
        return this;
    }

    public FunctionTable Value(string member, object value)
    {
        Object[member] = value;
        return this;
    }
}
