<%@ taglib prefix="form" uri="http://www.springframework.org/tags/form" %>
<form:form modelAttribute="signup" action="/register">
  <form:checkbox path="terms" id="terms"/> <label for="terms">I accept the terms of service and agree to receive the newsletter</label>
</form:form>
