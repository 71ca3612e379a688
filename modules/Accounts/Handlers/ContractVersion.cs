using System.Text.Json;
using Cryptocardium.V1;

namespace Cryptocardium.Accounts.Handlers;

// The version that the contract gives itself; read when it is first asked for.
internal sealed class ContractVersion
{
    private readonly Lazy<string> text = new(Read);

    public string Text => text.Value;

    private static string Read()
    {
        using var contract = typeof(Operations).Assembly.GetManifestResourceStream("v1.json")
            ?? throw new InvalidOperationException("The contract is not embedded.");
        using var document = JsonDocument.Parse(contract);
        return document.RootElement.GetProperty("info").GetProperty("version").GetString()!;
    }
}
