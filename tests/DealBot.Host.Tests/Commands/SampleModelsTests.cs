using DealBot.Core.Rendering;
using DealBot.Host.Commands;

namespace DealBot.Host.Tests.Commands;

public sealed class SampleModelsTests
{
    [Test]
    public void Template_in_English_is_shown_with_English_words()
    {
        const string name = "copy/default.en.sbn-txt";
        var sample = SampleModels.For(name)[0].Model;

        var text = new TemplateRenderer(new TemplateLibrary(Repository.Path("templates")), TimeProvider.System).Render(name, sample, default);

        Assert.That(text, Does.Contain("a new low in 35 days").And.Contain("霸王"));
        Assert.That(text.Split('\n').Where(line => !line.StartsWith("霸王", StringComparison.Ordinal)), Has.None.Match("[\u4E00-\u9FFF]"), "all but the network's own title");
    }
}
