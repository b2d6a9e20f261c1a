namespace DealBot.Benchmarks.Templates;

/// <summary>One text, made by either engine; both must make the same.</summary>
internal interface ITemplateCase
{
    string DealBot();

    string Handlebars();
}
