using System.CommandLine;
using System.Text.Json;
using DealBot.Contracts;
using DealBot.Core.Rendering;
using DealBot.Imaging.Rasterizing;
using DealBot.Templating;

namespace DealBot.Host.Commands;

/// <summary><c>dealbot render</c>: renders one template, with the user's data or a sample.</summary>
internal static class RenderCommand
{
    private const string Templates = "templates";

    private static readonly string[] Drawn = [".png", ".jpg", ".jpeg"];

    private static readonly string[] Pictures = [.. Drawn, ".webp", ".gif", ".bmp", ".pdf"];

    public static Command Create(Language language, Func<ParseResult, CommandContext> context)
    {
        string Say(string zh, string en) => language == Language.English ? en : zh;
        var template = new Argument<string>("TEMPLATE") { Description = Say("模板文件，例如 templates/copy/mama.sbn-txt", "template file, for example templates/copy/mama.sbn-txt") };
        var data = new Option<string?>("--data") { Description = Say("JSON 数据文件；不写则用示例数据", "JSON file with the data; a sample if left out") };
        var target = new Option<string?>("--out") { Description = Say("输出文件；.sbn-svg 可输出 .svg .png .jpg", "file to write; .sbn-svg gives .svg, .png or .jpg") };
        var command = CommandLine.Verb("render", language, "渲染一个模板", "render one template", context, (command, parsed, token) =>
            Task.FromResult(Render(command, parsed.GetRequiredValue(template), parsed.GetValue(data), parsed.GetValue(target), token)));
        command.Add(template);
        command.Add(data);
        command.Add(target);
        return command;
    }

    private static int Render(CommandContext context, string template, string? data, string? target, CancellationToken cancellationToken)
    {
        var (folder, name) = Locate(template);
        var library = new TemplateLibrary(folder);
        if (!library.Exists(name))
        {
            context.Error(Missing(folder, name, library).In(context.Language));
            return ExitCodes.Fault;
        }

        try
        {
            var unknown = new List<TemplateMessage>();
            var text = new TemplateRenderer(library, TimeProvider.System).Render(name, Model(context, name, data), cancellationToken, unknown.Add);
            context.Error(TemplateDoubts.Of(library, name, text, unknown, context.Language));
            if (target is null)
            {
                context.Line(text);
                return ExitCodes.Done;
            }

            var isDrawing = name.EndsWith(".sbn-svg", StringComparison.Ordinal);
            if (Pictures.Contains(Path.GetExtension(target)) && !(isDrawing && Drawn.Contains(Path.GetExtension(target))))
            {
                context.Error(context.Say($"画不成 {target}：只有 .sbn-svg 模板能画图，画成 {string.Join(' ', Drawn)}", $"can't draw {target}: only .sbn-svg templates are drawn, as {string.Join(' ', Drawn)}"));
                return ExitCodes.Fault;
            }

            if (isDrawing)
            {
                SvgProof.Require(name, text);
            }

            Write(target, text, cancellationToken);
            context.Line(target);
            return ExitCodes.Done;
        }
        catch (TemplateFaultException fault)
        {
            context.Error(new TemplateFaultReport(context.Language, library).Lines(fault));
        }
        catch (ImagingUnavailableException exception)
        {
            context.Error(context.Say(exception.PhraseZh, exception.Message));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or JsonException or ImagingException)
        {
            context.Error(context.Say($"渲染失败 {name}：{exception.Message}", $"not rendered: {name}: {exception.Message}"));
        }

        return ExitCodes.Fault;
    }

    /// <summary>The template folder is the nearest one called templates, so that includes are found; else the file's own folder.</summary>
    private static (string Folder, string Name) Locate(string template)
    {
        var path = Path.GetFullPath(File.Exists(template) ? template : Path.Combine(Templates, template));
        for (var folder = Path.GetDirectoryName(path); folder is not null; folder = Path.GetDirectoryName(folder))
        {
            if (Path.GetFileName(folder) == Templates)
            {
                return (folder, Path.GetRelativePath(folder, path).Replace('\\', '/'));
            }
        }

        return (Path.GetDirectoryName(path)!, Path.GetFileName(path));
    }

    private static Phrase Missing(string folder, string name, TemplateLibrary library)
    {
        // Any other folder may hold whole trees, which nobody wants searched for a name.
        var near = Path.GetFileName(folder) == Templates ? NearNames.Of(name, library.Names) : [];
        return near.Count > 0
            ? new Phrase($"{folder} 里没有模板 {name}，是不是 {string.Join(" 或 ", near)}？", $"there is no template {name} in {folder}; did you mean {string.Join(" or ", near)}?")
            : new Phrase($"{folder} 里没有模板 {name}；DealBot 用的模板有哪些，dealbot check 会列出来", $"there is no template {name} in {folder}; dealbot check lists those that DealBot uses");
    }

    private static TemplateObject Model(CommandContext context, string name, string? data)
    {
        if (data is null)
        {
            return SampleModels.For(name)[0].Model;
        }

        using var document = Parse(data);
        return document.RootElement.ValueKind == JsonValueKind.Object
            ? TemplateObject.FromJson(document.RootElement)
            : throw new JsonException(context.Say($"{data} 里应为一个对象 {{ … }}", $"{data} must hold an object {{ … }}"));
    }

    private static JsonDocument Parse(string data)
    {
        try
        {
            return JsonDocument.Parse(File.ReadAllText(data));
        }
        catch (JsonException exception)
        {
            throw new JsonException($"{data}: {exception.Message}", exception);
        }
    }

    private static void Write(string target, string text, CancellationToken cancellationToken)
    {
        switch (Path.GetExtension(target))
        {
            case ".png":
                File.WriteAllBytes(target, new LibrsvgRasterizer().ToPng(text, PngOptions.Default, cancellationToken));
                break;
            case ".jpg" or ".jpeg":
                File.WriteAllBytes(target, new LibrsvgRasterizer().ToJpeg(text, JpegOptions.Default, cancellationToken));
                break;
            default:
                File.WriteAllText(target, text);
                break;
        }
    }
}
