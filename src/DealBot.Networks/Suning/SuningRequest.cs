using DealBot.Networks.Wire;

namespace DealBot.Networks.Suning;

/// <summary>One call: an interface and its business parameters, all of them text, serialised once so that what is signed is what is sent.</summary>
internal sealed class SuningRequest(SuningMethod method, params IEnumerable<(string Name, string? Value)> parameters)
{
    /// <summary>The only version there is.</summary>
    public const string Version = "v1.2";

    public SuningMethod Method { get; } = method;

    public string Body { get; } = WireJson.Write(new
    {
        sn_request = new
        {
            sn_body = new Dictionary<string, object>
            {
                [method.Business] = parameters.Where(parameter => parameter.Value is not null).ToDictionary(parameter => parameter.Name, parameter => parameter.Value),
            },
        },
    });
}
