using DealBot.Contracts;
using DealBot.Templating;

namespace DealBot.Core.Rendering;

/// <summary>The folder of templates. A fault of one is told in the reader's language.</summary>
public sealed class TemplateLibrary(string directory) : ITemplateLoader
{
    private readonly TemplateFolder _folder = new(directory, new TemplateFolderOptions { Pattern = "*.sbn-*" });

    /// <summary>Names of all templates, relative to the folder.</summary>
    public IEnumerable<string> Names => _folder.Names;

    public bool Exists(string name) => _folder.Exists(name);

    /// <summary>The template, parsed and free of errors.</summary>
    /// <exception cref="TemplateFaultException">There is no such file, it cannot be read, or it does not parse.</exception>
    public Template Get(string name)
    {
        var template = Read(name) ?? throw new TemplateFaultException(new Phrase($"找不到模板 {name}", $"template {name} not found"));
        if (template.HasErrors)
        {
            var messages = string.Join("; ", template.Messages);
            throw new TemplateFaultException(Phrases.Same(messages)) { Places = template.Messages };
        }

        return template;
    }

    /// <summary>The text of a template, to show a place in it; null when there is none to be read.</summary>
    public string? TextOf(string name)
    {
        try
        {
            return Read(name)?.Text;
        }
        catch (TemplateFaultException)
        {
            // What is at fault is told already; without the text it is told without the line.
            return null;
        }
    }

    /// <inheritdoc />
    public Template? Load(string name) => _folder.Load(name);

    private Template? Read(string name)
    {
        try
        {
            return _folder.Load(name);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            throw new TemplateFaultException(new Phrase($"读不了模板 {name}：{exception.Message}", $"template {name} cannot be read: {exception.Message}"));
        }
    }
}
