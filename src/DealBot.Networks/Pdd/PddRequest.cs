using System.Globalization;
using DealBot.Networks.Wire;

namespace DealBot.Networks.Pdd;

/// <summary>
/// One call: a method and its parameters, flat beside those that every call has. Lists and objects are signed as the JSON text that is sent, so they
/// are made text once; what is null is not sent.
/// </summary>
internal sealed class PddRequest
{
    private readonly Dictionary<string, string> _parameters = new(StringComparer.Ordinal);

    public PddRequest(string method, params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        Method = method;
        foreach (var (name, value) in parameters)
        {
            if (value is not null)
            {
                _parameters.Add(name, Write(value));
            }
        }
    }

    public string Method { get; }

    /// <summary>The form as of a moment. A retry asks again, because Pinduoduo refuses time stamps older than ten minutes.</summary>
    public IReadOnlyDictionary<string, string> Sign(PddAccount account, DateTimeOffset now)
    {
        var fields = new Dictionary<string, string>(_parameters, StringComparer.Ordinal)
        {
            ["type"] = Method,
            ["client_id"] = account.ClientId,
            ["timestamp"] = now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture),
            ["data_type"] = "JSON",
            ["version"] = "V1",
        };
        fields[WireSignature.Field] = WireSignature.Sign(fields, account.ClientSecret);
        return fields;
    }

    private static string Write(object value) => value switch
    {
        string text => text,
        bool flag => flag ? "true" : "false",
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => WireJson.Write(value),
    };
}
