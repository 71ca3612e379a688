namespace Cryptocardium.Contract.Emit;

/// <summary>The names and contents of the files that <c>prepare</c> writes; deterministic.</summary>
internal static class Outputs
{
    public static IEnumerable<(string Name, string Content)> Of(ContractDocument document)
    {
        var json = ContractJson.Of(document.Root);
        yield return ("v1.json", json.ToJsonString(ContractJson.Format) + "\n");
        yield return ("reference.json", ReferenceJson.Of(document, json).ToJsonString(ContractJson.Format) + "\n");
        yield return ("generator.json", GeneratorInput.Of(json).ToJsonString(ContractJson.Format) + "\n");
        yield return ("ErrorCatalogue.g.cs", ErrorCatalogueCode.Of(document));
        yield return ("Catalogues.g.cs", CatalogueCode.Of(document));
        yield return ("Operations.g.cs", OperationsCode.Of(document));
        yield return ("Values.g.cs", ValuesCode.Of(document));
        yield return ("V1Json.g.cs", JsonContextCode.Of(document));
    }
}
