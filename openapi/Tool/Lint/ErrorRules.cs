using System.Globalization;

namespace Cryptocardium.Contract.Lint;

/// <summary>CONTRACT4xx: rules for the error catalogue and for the codes that operations name.</summary>
internal static class ErrorRules
{
    private static readonly string[] Required = ["type", "status", "message", "description"];

    public static IEnumerable<Finding> Check(ContractDocument document)
    {
        if (document.ErrorCatalogue is not { } catalogue)
        {
            yield return Finding.At(document.Root, "CONTRACT401", "the document has no x-error-catalogue");
            yield break;
        }

        var listed = document.Root.At("components", "schemas", "ErrorCode", "x-extensible-enum")?.Items.Select(item => item.Text).ToHashSet() ?? [];
        foreach (var entry in catalogue.Members)
        {
            foreach (var member in Required)
            {
                if (entry.Value[member] is null)
                    yield return Finding.At(entry.Key, "CONTRACT402", $"error '{entry.Name}' has no {member}");
            }
            if (!OperationRules.SnakeCase().IsMatch(entry.Name))
                yield return Finding.At(entry.Key, "CONTRACT403", $"error '{entry.Name}' must be snake_case");
            if (!int.TryParse(entry.Value.TextOf("status"), CultureInfo.InvariantCulture, out var status) || status is < 400 or > 599)
                yield return Finding.At(entry.Key, "CONTRACT404", $"error '{entry.Name}' needs a status between 400 and 599");
            if (!listed.Contains(entry.Name))
                yield return Finding.At(entry.Key, "CONTRACT405", $"error '{entry.Name}' is not a value of ErrorCode");
        }

        foreach (var extra in listed.Where(code => catalogue[code] is null))
            yield return Finding.At(catalogue, "CONTRACT405", $"ErrorCode '{extra}' is not in x-error-catalogue");

        var edge = new EdgeCodes(document);
        foreach (var finding in document.Operations.SelectMany(operation => Named(operation, catalogue).Concat(Derived(operation, catalogue, edge))))
            yield return finding;
    }

    /// <summary>The codes that follow from the form of an operation are listed, and no code of that kind is listed without reason.</summary>
    private static IEnumerable<Finding> Derived(Operation operation, Node catalogue, EdgeCodes edge)
    {
        var listed = operation.ErrorCodes.SelectMany(status => status.Value.Items).ToDictionary(code => code.Text);
        var derived = edge.Of(operation);
        foreach (var code in derived.Where(code => catalogue[code] is not null && !listed.ContainsKey(code)))
            yield return Finding.At(operation.Key, "CONTRACT410", $"{operation.Id} can answer {catalogue[code]!.TextOf("status")} {code}, which x-error-codes does not list");
        foreach (var (code, node) in listed.Where(code => EdgeCodes.OfFormAlone.Contains(code.Key) && !derived.Contains(code.Key)))
            yield return Finding.At(node, "CONTRACT411", $"{operation.Id} lists {code}, which its form does not allow");
    }

    private static IEnumerable<Finding> Named(Operation operation, Node catalogue)
    {
        foreach (var (status, codes) in operation.ErrorCodes.Select(member => (member.Key, member.Value)))
        {
            if (operation.Node["responses"]?[status.Text] is null)
                yield return Finding.At(status, "CONTRACT406", $"{operation.Id} names errors of {status.Text} but has no such response");
            foreach (var code in codes.Items)
            {
                if (catalogue[code.Text] is not { } entry)
                    yield return Finding.At(code, "CONTRACT407", $"error '{code.Text}' of {operation.Id} is not in x-error-catalogue");
                else if (!entry.Says("status", status.Text))
                    yield return Finding.At(code, "CONTRACT408", $"error '{code.Text}' answers {entry.TextOf("status")}, not {status.Text}");
            }
        }

        foreach (var response in operation.Responses)
        {
            if (!response.Name.StartsWith('2') && operation.Node["x-error-codes"]?[response.Name] is null)
                yield return Finding.At(response.Key, "CONTRACT409", $"{operation.Id} answers {response.Name}, but x-error-codes does not say with which codes");
        }
    }
}
