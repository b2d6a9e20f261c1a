using System.Collections.Concurrent;
using DealBot.Contracts;
using DealBot.Templating;

namespace DealBot.Core.Rendering;

/// <summary>The folder of templates. Each is parsed once; an edited file is parsed again and swapped whole.</summary>
public sealed class TemplateLibrary(string directory) : ITemplateLoader
{
    private readonly string _root = Path.GetFullPath(directory) + Path.DirectorySeparatorChar;
    private readonly ConcurrentDictionary<string, Parsed> _parsed = new();

    /// <summary>Names of all templates, relative to the folder.</summary>
    public IEnumerable<string> Names => Directory.Exists(_root)
        ? Directory.EnumerateFiles(_root, "*.sbn-*", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(_root, path).Replace('\\', '/'))
            .Order(StringComparer.Ordinal)
        : [];

    public bool Exists(string name) => Locate(name) is { Exists: true };

    /// <summary>The template, parsed and free of errors.</summary>
    /// <exception cref="TemplateFaultException">There is no such file, or it does not parse.</exception>
    public Template Get(string name)
    {
        var template = Load(name) ?? throw new TemplateFaultException(new Phrase($"找不到模板 {name}", $"template {name} not found"));
        if (template.HasErrors)
        {
            var messages = string.Join("; ", template.Messages);
            throw new TemplateFaultException(new Phrase(messages, messages));
        }

        return template;
    }

    /// <inheritdoc />
    public Template? Load(string name)
    {
        if (Locate(name) is not { Exists: true } file)
        {
            return null;
        }

        var stamp = (file.LastWriteTimeUtc, file.Length);
        if (_parsed.TryGetValue(name, out var known) && known.Stamp == stamp)
        {
            return known.Template;
        }

        var parsed = new Parsed(stamp, Template.Parse(File.ReadAllText(file.FullName), name));
        _parsed[name] = parsed;
        return parsed.Template;
    }

    /// <summary>The file, if the name stays within the folder and no link leads out of it.</summary>
    private FileInfo? Locate(string name)
    {
        if (Path.IsPathRooted(name) || name.Contains('\\', StringComparison.Ordinal))
        {
            return null;
        }

        var file = new FileInfo(Path.GetFullPath(Path.Combine(_root, name)));
        if (!file.FullName.StartsWith(_root, StringComparison.Ordinal))
        {
            return null;
        }

        return file.Exists && file.ResolveLinkTarget(returnFinalTarget: true) is { } target && !target.FullName.StartsWith(_root, StringComparison.Ordinal)
            ? null
            : file;
    }

    private sealed record Parsed((DateTime Written, long Length) Stamp, Template Template);
}
