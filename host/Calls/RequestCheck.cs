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
            if (!Array.Exists(operation.Query, parameter => parameter.Name == name))
            {
                (errors ??= []).Add(new Error(Errors.UnknownParameter) { Param = ContractErrors.Shown(name) });
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
