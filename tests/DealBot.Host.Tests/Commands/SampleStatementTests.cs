using System.Text.RegularExpressions;
using DealBot.Contracts;
using DealBot.Core.Rendering;
using DealBot.Core.Shares;
using DealBot.Host.Commands;

namespace DealBot.Host.Tests.Commands;

/// <summary>What <c>dealbot render</c> shows of a statement is in the language of the template.</summary>
public sealed class SampleStatementTests
{
    [TestCase(Language.Chinese, "示例群")]
    [TestCase(Language.English, "sample group")]
    public void Words_of_the_samples_are_those_of_the_template(Language language, string group)
    {
        var template = StatementPicture.TemplateIn(language);
        var model = SampleModels.For(template)[0].Model;

        var drawn = new TemplateRenderer(new TemplateLibrary(Repository.Path("templates")), TimeProvider.System).Render(template, model, CancellationToken.None);

        Assert.That(drawn, Does.Contain(group));
        Assert.That(Regex.IsMatch(drawn, "已结算|预估|邀请"), Is.EqualTo(language == Language.Chinese));
    }
}
