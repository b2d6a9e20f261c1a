namespace DealBot.Templating.Runtime;

/// <summary>An object whose members are variables, and the loop variables that shadow them while their loops run.</summary>
internal sealed class VariableScope(TemplateObject target)
{
    private List<LoopBinding>? _bindings;

    public TemplateObject Object { get; } = target;

    public LoopBinding Bind(string name)
    {
        var binding = new LoopBinding(this, name);
        (_bindings ??= []).Add(binding);
        return binding;
    }

    public void Unbind(LoopBinding binding) => _bindings!.Remove(binding);

    public bool TryGet(RenderContext context, string name, out object? value)
    {
        if (Find(name) is { } binding)
        {
            value = context.Current(binding.Value);
            return true;
        }

        if (!context.Current(Object).TryGetValue(name, out value))
            return false;
        value = context.Current(value);
        return true;
    }

    /// <summary>False when the variable is read-only.</summary>
    public bool TrySet(RenderContext context, string name, object? value)
    {
        if (Find(name) is { } binding)
        {
            binding.Value = value;
            return true;
        }

        var target = context.Own(Object);
        if (target.IsReadOnly(name))
            return false;
        target[name] = value;
        return true;
    }

    private LoopBinding? Find(string name)
    {
        for (var i = (_bindings?.Count ?? 0) - 1; i >= 0; i--)
            if (_bindings![i].Name == name)
                return _bindings[i];
        return null;
    }
}
