namespace DealBot.Templating;

/// <summary>What a text holds.</summary>
public enum TemplateMode
{
    /// <summary>Text with code between <c>{{</c> and <c>}}</c>.</summary>
    Default,

    /// <summary>Code throughout, without <c>{{</c> and <c>}}</c>.</summary>
    ScriptOnly,

    /// <summary>Code between two marker lines at the start; what follows is not looked at.</summary>
    FrontMatterOnly,

    /// <summary>Code between two marker lines at the start, then text with code.</summary>
    FrontMatterAndContent,
}
