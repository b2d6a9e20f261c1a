namespace DealBot.Templating;

/// <summary>Finds the templates that <c>include</c> names.</summary>
public interface ITemplateLoader
{
    /// <summary>
    /// Returns the template of that name, or null when there is none. The engine turns any exception into a <see
    /// cref="TemplateException"/>.
    /// </summary>
    /// <param name="name">The name as the template wrote it. The loader confines it to what may be included: it comes from template authors.</param>
    Template? Load(string name);
}
