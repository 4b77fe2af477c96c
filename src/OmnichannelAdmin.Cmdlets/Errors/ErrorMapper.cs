using System.Management.Automation;
using OmnichannelAdmin.Configuration;
using OmnichannelAdmin.Connections;
using OmnichannelAdmin.Dataverse;
using OmnichannelAdmin.Journal;
using OmnichannelAdmin.Records;
using OmnichannelAdmin.SignIn;

namespace OmnichannelAdmin.Cmdlets.Errors;

/// <summary>Turns what Core throws into errors for people, each with a stable id.</summary>
internal static class ErrorMapper
{
    public static OcError Map(Exception exception, object? target) => exception switch
    {
        OcValidationException e => new OcError(e, e.Rule, ErrorCategory.InvalidArgument, target),
        RecordNotFoundException e => new OcError(e, "RecordNotFound", ErrorCategory.ObjectNotFound, target),
        AmbiguousNameException e => new OcError(e, "AmbiguousName", ErrorCategory.InvalidArgument, target),
        RecordChangedException e => new OcError(e, "RecordChanged", ErrorCategory.ResourceExists, target),
        ConfigurationException e => new OcError(e, "ConfigurationInvalid", ErrorCategory.InvalidData, target),
        PlanRefusedException e => new OcError(e, "PlanRefused", ErrorCategory.ResourceExists, target),
        PlanInterruptedException e => new OcError(e, "PlanInterrupted", ErrorCategory.OperationStopped, target),
        SecretNotFoundException e => new OcError(e, "SecretNotFound", ErrorCategory.ObjectNotFound, target),
        JournalException e => new OcError(e, "JournalNotUsable", ErrorCategory.WriteError, target),
        UndoRefusedException e => new OcError(e, "UndoRefused", ErrorCategory.ResourceExists, target),
        ColumnSecurityException e => new OcError(e, "ColumnSecurity", ErrorCategory.PermissionDenied, target),
        ConnectionClosedException e =>
            new OcError(e, "ConnectionClosed", ErrorCategory.ConnectionError, target, IsTerminating: true),
        NotConnectedException e =>
            new OcError(e, "NotConnected", ErrorCategory.ConnectionError, target, IsTerminating: true),
        SignInException e => new OcError(e, e.Id, ErrorCategory.AuthenticationError, target),
        DataverseException e => FromServer(e, target),
        _ => new OcError(exception, "UnexpectedError", ErrorCategory.NotSpecified, target),
    };

    private static OcError FromServer(DataverseException exception, object? target)
    {
        var advice = exception.Code is { } code ? DataverseErrorCatalog.Find(code)?.Advice : null;
        return new OcError(exception, $"Dataverse{exception.Kind}", CategoryOf(exception.Kind), target, advice);
    }

    private static ErrorCategory CategoryOf(DataverseErrorKind kind) => kind switch
    {
        DataverseErrorKind.NotSignedIn => ErrorCategory.AuthenticationError,
        DataverseErrorKind.PermissionDenied => ErrorCategory.PermissionDenied,
        DataverseErrorKind.NotFound => ErrorCategory.ObjectNotFound,
        DataverseErrorKind.AlreadyExists or DataverseErrorKind.Conflict => ErrorCategory.ResourceExists,
        DataverseErrorKind.InvalidArgument => ErrorCategory.InvalidArgument,
        DataverseErrorKind.InvalidData => ErrorCategory.InvalidData,
        DataverseErrorKind.NotAllowed => ErrorCategory.InvalidOperation,
        DataverseErrorKind.NotSupported => ErrorCategory.NotImplemented,
        DataverseErrorKind.Throttled or DataverseErrorKind.TooLarge => ErrorCategory.LimitsExceeded,
        DataverseErrorKind.Busy => ErrorCategory.ResourceBusy,
        DataverseErrorKind.TimedOut => ErrorCategory.OperationTimeout,
        DataverseErrorKind.Unavailable => ErrorCategory.ResourceUnavailable,
        DataverseErrorKind.ConnectionFailed => ErrorCategory.ConnectionError,
        DataverseErrorKind.ServerFault or DataverseErrorKind.UnexpectedAnswer => ErrorCategory.InvalidResult,
        _ => ErrorCategory.NotSpecified,
    };
}
