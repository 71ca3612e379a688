namespace Cryptocardium.Kernel;

/// <summary>One entry of the error catalogue, generated from the contract.</summary>
/// <param name="Code">The code in snake_case; it never changes.</param>
/// <param name="Type">The family, which the documentation ties to the status.</param>
/// <param name="Status">The HTTP status.</param>
/// <param name="Message">The message for people; <c>{param}</c> stands for the field's name.</param>
public sealed record ErrorKind(string Code, string Type, int Status, string Message);
