using DealBot.Contracts;
using DealBot.Core.Rendering;
using DealBot.Host.Commands;
using DealBot.Templating;

namespace DealBot.Host.Tests.Commands;

public sealed class HintWordingTests
{
    [TestCase("{{ for a in b }}", "没有结束")]
    [TestCase("{{ if true }}a{{ endif }}", "第 1 行的 `endif` 改成 `end`")]
    [TestCase("{{ 'a' | upcase }}", "是不是想写 `string.upcase`？")]
    [TestCase("{{ 1 | length }}", "`array.size` 或 `string.size`")]
    [TestCase("{{ math.round（1） }}", "改成半角的 `(`")]
    [TestCase("{{ include 'b' }}", "没有这个文件")]
    [TestCase("{{ a = '好 }}", "引号没有配对")]
    [TestCase("{{ if a = 1 }}b{{ end }}", "写 `==`")]
    [TestCase("{{ deal.title.x }}", "`deal.title` 这次没有值")]
    [TestCase("{{ '9.9' - 1 }}", "`final_price_yuan`")]
    public void Common_mistakes_are_answered_in_chinese(string template, string said)
    {
        Assert.That(Hints(template, Language.Chinese), Has.Some.Contains(said));
        Assert.That(Hints(template, Language.English), Has.All.Match("^[ -~]*$"));
    }

    private static List<string> Hints(string template, Language language)
    {
        using var folder = new TempFolder();
        File.WriteAllText(Path.Combine(folder.Path, "a.sbn-txt"), template);
        var renderer = new TemplateRenderer(new TemplateLibrary(folder.Path), TimeProvider.System);
        var model = TemplateObject.FromJson(System.Text.Json.JsonDocument.Parse("""{"deal":{}}""").RootElement);
        var fault = Assert.Throws<TemplateFaultException>(() => renderer.Render("a.sbn-txt", model, CancellationToken.None))!;
        return [.. fault.Places.Select(place => HintWording.For(place, language)).OfType<string>()];
    }
}
