namespace DealBot.Templating.Runtime;

/// <summary>An object whose members are variables, and the loop variables that shadow them while their loops run.</summary>
internal sealed class VariableScope(TemplateObject target, VariableScope? outer)
{
    private LoopBinding? _bindings;

    public TemplateObject Object { get; private set; } = target;

    /// <summary>The scope that this one shadows.</summary>
    public VariableScope? Outer { get; private set; } = outer;

    /// <summary>Makes a scope that was left serve again, since a <c>with</c> in a loop enters one at every turn.</summary>
    public void Reuse(TemplateObject target, VariableScope? outer)
    {
        Object = target;
        Outer = outer;
        _bindings = null;
    }

    public LoopBinding Bind(string name) => _bindings = new LoopBinding(this, name, _bindings);

    /// <summary>Ends the innermost loop variable.</summary>
    public void Unbind(LoopBinding binding) => _bindings = binding.Outer;

    public bool TryGet(RenderContext context, string name, ref int position, out object? value)
    {
        if (_bindings is not null && Find(name) is { } binding)
        {
            value = context.Current(binding.Value);
            return true;
        }

        if (!context.Current(Object).TryGetValue(name, ref position, out value))
            return false;
        value = context.Current(value);
        return true;
    }

    /// <summary>False when the variable is read-only.</summary>
    public bool TrySet(RenderContext context, string name, ref int position, object? value)
    {
        if (_bindings is not null && Find(name) is { } binding)
        {
            binding.Value = value;
            return true;
        }

        Object = context.Own(Object);
        if (Object.IsReadOnly(name))
            return false;
        Object.Set(name, ref position, value);
        return true;
    }

    private LoopBinding? Find(string name)
    {
        var binding = _bindings;
        while (binding is not null && binding.Name != name)
            binding = binding.Outer;
        return binding;
    }
}
