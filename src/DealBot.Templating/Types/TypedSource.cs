using DealBot.Templating.Runtime;

namespace DealBot.Templating.Types;

/// <summary>The members of one .NET object.</summary>
internal sealed class TypedSource(TypeMembers members, object instance)
{
    public IReadOnlyList<string> Names => members.Names;

    public bool Has(string name) => members.Find(name) is not null;

    /// <exception cref="FunctionFailure">The getter throws, or its value is of a type that was not added.</exception>
    public bool TryRead(string name, out object? value)
    {
        value = null;
        if (members.Find(name) is not { } getter)
            return false;
        try
        {
            value = TypedValue.Of(members.Types, getter(instance));
            return true;
        }
        catch (Exception exception)
        {
            // The supervised edge between a template and the host's object: a getter may throw anything.
            throw new FunctionFailure($"Cannot read the member `{name}` of {members.Type.Name}: {exception.Message}", exception);
        }
    }
}
