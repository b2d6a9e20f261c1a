using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace DealBot.Networks.Wire;

/// <summary>Business parameters as JSON: Chinese stays readable, what is not set is left out. Written once, so that what is signed is what is sent.</summary>
internal static class WireJson
{
    private static readonly JsonSerializerOptions Plain = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    /// <summary>The text of an object.</summary>
    public static string Write(object value) => JsonSerializer.Serialize(value, Plain);
}
