using System.Xml;
using System.Xml.Linq;
using DealBot.Contracts;

namespace DealBot.Adapters.WeComTask.Callbacks;

/// <summary>The XML of WeCom's callbacks: one root whose children are values. No DTD, so that nothing is expanded or fetched.</summary>
internal static class WeComXml
{
    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersInDocument = CallbackRequest.MaxBytes,
    };

    /// <summary>The root; null if it is no such XML.</summary>
    public static XElement? Parse(Stream xml)
    {
        try
        {
            using var reader = XmlReader.Create(xml, Settings);
            return XDocument.Load(reader).Root;
        }
        catch (XmlException)
        {
            return null;
        }
    }

    public static string Text(this XElement root, string name) => (string?)root.Element(name) ?? "";
}
