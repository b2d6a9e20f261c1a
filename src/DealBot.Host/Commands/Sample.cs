using DealBot.Contracts;
using DealBot.Templating;

namespace DealBot.Host.Commands;

/// <summary>Data to try a template with.</summary>
/// <param name="Name">What it stands for, to name it in a fault.</param>
/// <param name="Model">What the template sees.</param>
internal sealed record Sample(Phrase Name, TemplateObject Model);
