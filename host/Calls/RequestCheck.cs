using Cryptocardium.Kernel;
using Cryptocardium.Schema;

namespace Cryptocardium.Host.Calls;

// Checks path, query and body of a call against the contract, so that binding cannot fail.
internal static class RequestCheck
{
    /// <returns>The first error, with all others attached, or null.</returns>
    public static Error? Of(OperationCall call, OperationRules operation)
    {
        List<Error>? errors = null;
        foreach (var name in call.Values.QueryNames)
        {
            if (!Array.Exists(operation.Query, parameter => parameter.Name == name) && Undeclared(call, operation, name) is { } refusal)
            {
                (errors ??= []).Add(refusal);
            }
        }

        foreach (var parameter in operation.Query)
        {
            Add(ref errors, ParameterCheck.Check(parameter, call.Values.Query(parameter.Name).ToArray()), isBody: false);
        }

        if (!call.Body.IsEmpty)
        {
            Add(ref errors, RequestBody.Check(call.Body.Span, operation.Body), isBody: true);
        }
        else if (operation.NeedsBody)
        {
            (errors ??= []).Add(Errors.MissingBody);
        }

        return errors is null ? CheckPath(call, operation) : Combine(errors);
    }

    // The query of a list may repeat a value of the path, as clients do that pass the same filter to every list. It is not declared, since two
    // parameters of one name do not survive client generators.
    private static Error? Undeclared(OperationCall call, OperationRules operation, string name) =>
        !operation.IsList || !Array.Exists(operation.Path, parameter => parameter.Name == name) ? new Error(Errors.UnknownParameter) { Param = ContractErrors.Shown(name) }
        : call.Values.Query(name) == call.Values.Path(name) ? null
        : new Error(Errors.InvalidValue) { Param = name, Hint = $"The path names another {name}; leave it out of the query." };

    private static void Add(ref List<Error>? errors, IReadOnlyList<Violation> violations, bool isBody)
    {
        for (var i = 0; i < violations.Count; i++)
        {
            (errors ??= []).Add(ContractErrors.Of(violations[i], isBody));
        }
    }

    // A malformed id identifies nothing, and must not reach the database, which may refuse its characters.
    private static Error? CheckPath(OperationCall call, OperationRules operation)
    {
        foreach (var parameter in operation.Path)
        {
            if (ParameterCheck.Check(parameter, call.Values.Path(parameter.Name)).Count > 0)
            {
                return new Error(Errors.ResourceNotFound) { Param = parameter.Name };
            }
        }

        return null;
    }

    // Errors of form (400) come before refusals by a business rule (422).
    private static Error Combine(List<Error> errors)
    {
        if (errors.Count == 1)
        {
            return errors[0];
        }

        var ordered = errors.OrderBy(error => error.Kind.Status).ToList();
        return ordered[0] with { Others = ordered };
    }
}
