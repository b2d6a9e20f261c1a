namespace DealBot.Templating.Functions;

/// <summary>
/// The builtin object <c>string</c>. Other values than strings are taken as they print, null as the empty string; a length or a place
/// counts UTF-16 characters, of which an emoji has two or more.
/// </summary>
internal static partial class StringFunctions
{
    public static TemplateObject Build()
    {
        var table = new FunctionTable("string");
        AddShaping(table);
        AddSlicing(table);
        AddSearching(table);
        AddReplacing(table);
        AddConverting(table);
        AddHashing(table);
        return table.Object;
    }
}
